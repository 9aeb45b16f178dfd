using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventSources;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    /// <summary>An id as sent, or its hash with a prefix.</summary>
    public const int MaxDeliveryIdLength = SenderDeliveryId.MaxLength + 50;

    private const string Replayable = "ix_deliveries_replayable";

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("deliveries");
        builder.HasKey(delivery => new { delivery.WorkspaceId, delivery.Id });
        builder.Property(delivery => delivery.SourceId);
        builder.Property(delivery => delivery.Status);
        builder.Property(delivery => delivery.Code).HasMaxLength(Delivery.MaxCodeLength);
        builder.Property(delivery => delivery.Reason).HasMaxLength(Delivery.MaxReasonLength);
        builder.Property(delivery => delivery.EventId);
        builder.Property(delivery => delivery.ContentType).HasMaxLength(Delivery.MaxContentTypeLength);
        builder.Property(delivery => delivery.Headers);

        // Bytes, because not everything that arrives is text, and a replay must see what the first try saw.
        builder.Property(delivery => delivery.Payload);
        builder.Property(delivery => delivery.DeliveryId).HasMaxLength(MaxDeliveryIdLength);
        builder.Property(delivery => delivery.ReplayedAt);
        builder.Property(delivery => delivery.Items);
        builder.Property(delivery => delivery.ItemReasons);
        builder.Property(delivery => delivery.SkippedItems);
        builder.Property(delivery => delivery.WithheldHeaders);
        builder.Ignore(delivery => delivery.ReceivedAt);
        builder.Ignore(delivery => delivery.IsUnchecked);
        builder.Ignore(delivery => delivery.ItemOutcomes);
        builder.HasOne<EventSource>().WithMany()
            .HasForeignKey(delivery => new { delivery.WorkspaceId, delivery.SourceId }).OnDelete(DeleteBehavior.Cascade);

        // A source's deliveries, all and by status; its counts; what is due to be forgotten.
        builder.HasIndex(delivery => new { delivery.WorkspaceId, delivery.SourceId, delivery.Id });
        builder.HasIndex(delivery => new { delivery.WorkspaceId, delivery.SourceId, delivery.Status, delivery.Id });

        // What is skipped, of all sources; a delivery that is not costs nothing here.
        builder.HasIndex(delivery => new { delivery.WorkspaceId, delivery.Id }).HasDatabaseName("ix_deliveries_skipped").HasFilter("status = 2");

        // What can be replayed of one source, also where only some items were skipped.
        builder.HasIndex(delivery => new { delivery.WorkspaceId, delivery.SourceId, delivery.Id }, Replayable).HasDatabaseName(Replayable).HasFilter("skipped_items > 0");

        // What came with an event and its repeats, which is erased with it.
        builder.HasIndex(delivery => new { delivery.WorkspaceId, delivery.EventId }).HasFilter("event_id IS NOT NULL");
    }
}
