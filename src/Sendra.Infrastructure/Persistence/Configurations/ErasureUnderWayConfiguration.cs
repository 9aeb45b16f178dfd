using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ErasureUnderWayConfiguration : IEntityTypeConfiguration<ErasureUnderWay>
{
    public void Configure(EntityTypeBuilder<ErasureUnderWay> builder)
    {
        builder.ToTable("erasures");
        builder.HasKey(erasure => new { erasure.WorkspaceId, erasure.ContactId });
        builder.Property(erasure => erasure.AddressHash);
        builder.Property(erasure => erasure.ExternalIdHash);
        builder.Property(erasure => erasure.StartedAt);

        // The contact is the last to go, and takes this along.
        builder.HasOne<Contact>().WithMany()
            .HasForeignKey(erasure => new { erasure.WorkspaceId, erasure.ContactId }).OnDelete(DeleteBehavior.Cascade);

        // Whether a delivery's address is being erased.
        builder.HasIndex(erasure => new { erasure.WorkspaceId, erasure.AddressHash });
    }
}
