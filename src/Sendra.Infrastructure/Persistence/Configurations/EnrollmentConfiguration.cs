using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EnrollmentConfiguration : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.ToTable("enrollments");
        builder.HasKey(row => new { row.WorkspaceId, row.Id });
        builder.Property(row => row.Run);
        builder.Property(row => row.Version);

        // Whoever comes second to change a run sees that it is no longer as it was read, and is told.
        builder.Property(row => row.Status).IsConcurrencyToken();
        builder.Property(row => row.Step).IsConcurrencyToken();
        builder.Property(row => row.EnrolledByEventId);
        builder.Property(row => row.Depth).HasDefaultValue(0).ValueGeneratedNever();
        builder.Property(row => row.KeyHash).HasMaxLength(KeyHash.Length)
            .HasConversion(key => key!.Value.ToBytes(), bytes => KeyHash.Read(bytes));
        builder.Property(row => row.ResumeAt).IsConcurrencyToken();
        builder.Property(row => row.EndedAt);
        builder.Property(row => row.ExitedByEventId);
        builder.Ignore(row => row.EnrolledAt);
        builder.Property(row => row.StepId).HasConversion(id => id!.Value.Value, text => StepId.Parse(text)).HasMaxLength(StepId.MaxLength);
        builder.Property(row => row.VisitNumber).IsConcurrencyToken();
        builder.Property(row => row.EnteredAt);
        builder.Property(row => row.DueAt);
        builder.Property(row => row.HeldDueAt);
        builder.Property(row => row.WaitsOnContact).HasConversion<int>();
        builder.Property(row => row.EndedBecause);
        builder.Property(row => row.Failures).IsConcurrencyToken();
        builder.Property(row => row.ParkedBecause).HasMaxLength(Enrollment.MaxErrorLength);
        builder.Property(row => row.AwaitedEvent).HasMaxLength(EventName.MaxLength);
        builder.Property(row => row.ReceivedEventId);
        builder.Property(row => row.MovedByEventId);
        builder.Ignore(row => row.Loaded);
        builder.Ignore(row => row.IsParked);
        builder.Ignore(row => row.Wanted);
        builder.Ignore(row => row.CutsEffectOff);
        builder.Ignore(row => row.Left);
        builder.HasOne<Contact>().WithMany()
            .HasForeignKey(row => new { row.WorkspaceId, row.ContactId }).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Automation>().WithMany()
            .HasForeignKey(row => new { row.WorkspaceId, row.AutomationId }).OnDelete(DeleteBehavior.Restrict);

        // Whoever enrolls takes the number after the last run that its decision saw, so this refuses what was decided without
        // seeing another's run; "one time" only ever makes run 1 (A3). Also finds a contact's latest run.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.AutomationId, row.Run }).IsUnique();

        // Once per key, ever; other frequencies leave it empty.
        builder.HasIndex(row => new { row.WorkspaceId, row.AutomationId, row.ContactId, row.KeyHash })
            .HasDatabaseName("ix_enrollments_key").HasFilter("key_hash IS NOT NULL").IsUnique();

        // What an exit event drops (A4), and the newest of it. The status is in the key too, or else SQLite likes the index above better.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.AutomationId, row.Status, row.Run })
            .HasDatabaseName("ix_enrollments_active").HasFilter("status = 1");

        // A contact's enrollments, and how they ended, newest first: the timeline.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.Id });
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.EndedAt, row.Id })
            .HasDatabaseName("ix_enrollments_ended").HasFilter("ended_at IS NOT NULL");

        // How many of an automation ended on a day.
        builder.HasIndex(row => new { row.WorkspaceId, row.AutomationId, row.Status, row.EndedAt })
            .HasDatabaseName("ix_enrollments_ended_by_day").HasFilter("ended_at IS NOT NULL");

        // Enrollments by status, of one automation (also its counts, by version too) and of all. Those of any status are merged.
        builder.HasIndex(row => new { row.WorkspaceId, row.AutomationId, row.Status, row.Id, row.Version });
        builder.HasIndex(row => new { row.WorkspaceId, row.Status, row.Id });

        // What is due, oldest first; runs that wait for nothing by themselves, or are set aside, are not in it.
        builder.HasIndex(row => new { row.WorkspaceId, row.DueAt, row.Id })
            .HasDatabaseName("ix_enrollments_due").HasFilter("due_at IS NOT NULL");

        // Whose runs are due: read over all workspaces, as far as it is due, and never by itself (DueFinder).
        builder.HasIndex(row => new { row.DueAt, row.WorkspaceId })
            .HasDatabaseName("ix_enrollments_next_due").HasFilter("due_at IS NOT NULL");
        builder.HasIndex(row => new { row.WorkspaceId, row.AutomationId, row.Id })
            .HasDatabaseName("ix_enrollments_held").HasFilter("held_due_at IS NOT NULL");

        // Whose wait is reckoned anew when the contact changes.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.WaitsOnContact })
            .HasDatabaseName("ix_enrollments_waits_on_contact").HasFilter("waits_on_contact = 1");

        // Who waits for an event of a name: that is all an event of it reads, however many runs its contact has.
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.AwaitedEvent })
            .HasDatabaseName("ix_enrollments_awaiting").HasFilter("awaited_event IS NOT NULL");

        // Ended runs whose visits are still kept, the oldest first.
        builder.HasIndex(row => new { row.WorkspaceId, row.EndedAt, row.Id })
            .HasDatabaseName("ix_enrollments_journeys").HasFilter("ended_at IS NOT NULL AND visit_number > 0");

        // Who needs a person.
        builder.HasIndex(row => new { row.WorkspaceId, row.Id })
            .HasDatabaseName("ix_enrollments_parked").HasFilter("parked_because IS NOT NULL");
    }
}
