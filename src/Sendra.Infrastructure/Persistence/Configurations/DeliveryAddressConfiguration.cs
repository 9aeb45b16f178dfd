using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventSources;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class DeliveryAddressConfiguration : IEntityTypeConfiguration<DeliveryAddress>
{
    public void Configure(EntityTypeBuilder<DeliveryAddress> builder)
    {
        builder.ToTable("delivery_addresses");

        // The key finds the deliveries of an address; the index of the foreign key those addresses that go with a delivery.
        builder.HasKey(row => new { row.WorkspaceId, row.AddressHash, row.DeliveryId });
        builder.HasOne<Delivery>().WithMany()
            .HasForeignKey(row => new { row.WorkspaceId, row.DeliveryId }).OnDelete(DeleteBehavior.Cascade);
    }
}
