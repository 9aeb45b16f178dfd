using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Persistence.Configurations;

/// <summary>Read with their message.</summary>
internal sealed class MessageEventConfiguration : IEntityTypeConfiguration<MessageEvent>
{
    public void Configure(EntityTypeBuilder<MessageEvent> builder)
    {
        builder.ToTable("message_events");
        builder.HasKey(row => new { row.WorkspaceId, row.MessageId, row.Id });
        builder.Property(row => row.Type);
        builder.Property(row => row.At).HasColumnName("happened_at");
        builder.Property(row => row.Detail).HasMaxLength(MessageEvent.MaxDetailLength);
        builder.Property(row => row.EventId);

        // From the event back to the message (M5).
        builder.HasIndex(row => new { row.WorkspaceId, row.EventId }).HasDatabaseName("ix_message_events_event").HasFilter("event_id IS NOT NULL");
        builder.HasOne<Message>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.MessageId }).OnDelete(DeleteBehavior.Cascade);
    }
}
