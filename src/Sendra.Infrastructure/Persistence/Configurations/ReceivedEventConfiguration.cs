using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ReceivedEventConfiguration : IEntityTypeConfiguration<ReceivedEvent>
{
    private const string EffectName = "ix_received_events_effect";
    private const string EffectByName = "ix_received_events_workspace_id_event_name_id_effect";
    private const string OfManyName = "ix_received_events_of_many";
    private const string HistoryName = "ix_received_events_history";

    public void Configure(EntityTypeBuilder<ReceivedEvent> builder)
    {
        builder.ToTable("received_events");

        // Ids are made in the order of arrival: the key is the log's index, by time too.
        builder.HasKey(row => new { row.WorkspaceId, row.Id });
        builder.Property(row => row.ContactId);
        builder.Property(row => row.EventName).HasMaxLength(EventName.MaxLength);
        builder.Property(row => row.Properties);
        builder.Property(row => row.OccurredAt);
        builder.Property(row => row.SourceId);
        builder.Property(row => row.DeliveryId);
        builder.Property(row => row.Enrolled);
        builder.Property(row => row.Exited);
        builder.Property(row => row.Woken).HasDefaultValue(0).ValueGeneratedNever();
        builder.Property(row => row.HasEffect).HasConversion<int>().HasDefaultValue(false).ValueGeneratedNever();
        builder.Property(row => row.Decisions).HasConversion<DecisionsConverter>(DecisionsConverter.Comparer).IsRequired(false);
        builder.Property(row => row.ContactProperties);
        builder.Property(row => row.Warnings).HasConversion<WarningsConverter>(WarningsConverter.Comparer).IsRequired(false);
        builder.Property(row => row.HistoryAt);
        builder.Property(row => row.IsOfMany).HasConversion<int>().HasDefaultValue(false).ValueGeneratedNever();
        builder.Property(row => row.AutomationId);
        builder.Property(row => row.EnrollmentId);
        builder.Property(row => row.Client);
        builder.Ignore(row => row.Origin);
        builder.Ignore(row => row.ReceivedAt);
        builder.HasOne<Contact>().WithMany()
            .HasForeignKey(row => new { row.WorkspaceId, row.ContactId }).OnDelete(DeleteBehavior.Restrict);

        // The log by name, and by person.
        builder.HasIndex(row => new { row.WorkspaceId, row.EventName, row.Id });
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.Id });

        // A contact's events of one name, newest first, for conditions on the past: those of contacts with many, and those that were filled
        // in. An index of all events by contact and name would cost every event a page; the few of most contacts are found without it.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.EventName, row.Id }, OfManyName)
            .HasDatabaseName(OfManyName).HasFilter("is_of_many = 1");
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.EventName, row.HistoryAt }, HistoryName)
            .HasDatabaseName(HistoryName).HasFilter("history_at IS NOT NULL");

        // What had an effect: often little in a long log.
        builder.HasIndex(row => new { row.WorkspaceId, row.Id }, EffectName).HasDatabaseName(EffectName).HasFilter("has_effect = 1");

        // The same of one name: an event that is frequent and hardly ever does something is found without reading them all.
        // It must be made after the index of all events by name: of equals, SQLite takes the youngest.
        builder.HasIndex(row => new { row.WorkspaceId, row.EventName, row.Id }, EffectByName).HasDatabaseName(EffectByName).HasFilter("has_effect = 1");

        // What came through sources, and through one of them; events of the API cost nothing here.
        builder.HasIndex(row => new { row.WorkspaceId, row.Id }, "ix_received_events_webhook").HasDatabaseName("ix_received_events_webhook").HasFilter("source_id IS NOT NULL");
        builder.HasIndex(row => new { row.WorkspaceId, row.SourceId, row.Id }).HasFilter("source_id IS NOT NULL");

        // What steps of automations sent.
        builder.HasIndex(row => new { row.WorkspaceId, row.Id }, "ix_received_events_automation").HasDatabaseName("ix_received_events_automation").HasFilter("enrollment_id IS NOT NULL");
    }
}
