using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ReplicaBeatConfiguration : IEntityTypeConfiguration<ReplicaBeat>
{
    public void Configure(EntityTypeBuilder<ReplicaBeat> builder)
    {
        builder.ToTable("replica_beats");
        builder.Property(beat => beat.Id).ValueGeneratedNever();
    }
}
