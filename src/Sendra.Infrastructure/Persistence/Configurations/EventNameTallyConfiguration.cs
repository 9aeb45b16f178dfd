using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventNameTallyConfiguration : IEntityTypeConfiguration<EventNameTally>
{
    public void Configure(EntityTypeBuilder<EventNameTally> builder)
    {
        builder.ToTable("event_name_tallies");
        builder.HasKey(tally => new { tally.WorkspaceId, tally.EventName, tally.Shard });
        builder.Property(tally => tally.EventName).HasMaxLength(EventName.MaxLength);
    }
}
