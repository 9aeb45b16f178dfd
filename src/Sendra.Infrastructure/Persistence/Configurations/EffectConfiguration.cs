using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Enrollments;

namespace Sendra.Infrastructure.Persistence.Configurations;

/// <summary>The outbox. Rows that have ended stay as long as their visits, and are in none of the indexes of what is due.</summary>
internal sealed class EffectConfiguration : IEntityTypeConfiguration<Effect>
{
    public void Configure(EntityTypeBuilder<Effect> builder)
    {
        builder.ToTable("outbox");

        // At most one effect a visit, whatever the code does (F4).
        builder.HasKey(effect => new { effect.WorkspaceId, effect.EnrollmentId, effect.Visit });
        builder.Property(effect => effect.Visit).ValueGeneratedNever();
        builder.Property(effect => effect.AutomationId);
        builder.Property(effect => effect.Kind);
        builder.Property(effect => effect.State);
        builder.Property(effect => effect.DueAt);
        builder.Property(effect => effect.HeldDueAt);
        builder.Property(effect => effect.LimitedAt);
        builder.Property(effect => effect.Claim);
        builder.Property(effect => effect.Tries);
        builder.Property(effect => effect.Request);
        builder.Ignore(effect => effect.Mail);
        builder.Property(effect => effect.Status);
        builder.Property(effect => effect.Code);
        builder.Property(effect => effect.Problem).HasMaxLength(Effect.MaxProblemLength);
        builder.Property(effect => effect.Answer);
        builder.Ignore(effect => effect.Content);
        builder.Property(effect => effect.EndedAt);

        // What is due, and whose: as for runs (EnrollmentConfiguration). Each kind has indexes of its own: however many emails or events wait,
        // they are in nobody's way who looks for calls.
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.DueAt, effect.EnrollmentId, effect.Visit }, "ix_outbox_calls")
            .HasDatabaseName("ix_outbox_calls").HasFilter("due_at IS NOT NULL AND kind = 1");
        builder.HasIndex(effect => new { effect.DueAt, effect.WorkspaceId }, "ix_outbox_next_call")
            .HasDatabaseName("ix_outbox_next_call").HasFilter("due_at IS NOT NULL AND kind = 1");
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.DueAt, effect.EnrollmentId, effect.Visit }, "ix_outbox_emails")
            .HasDatabaseName("ix_outbox_emails").HasFilter("due_at IS NOT NULL AND kind = 2");
        builder.HasIndex(effect => new { effect.DueAt, effect.WorkspaceId }, "ix_outbox_next_email")
            .HasDatabaseName("ix_outbox_next_email").HasFilter("due_at IS NOT NULL AND kind = 2");

        // Those that are held are in the first one, too, by which all that wait are counted.
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.DueAt, effect.EnrollmentId, effect.Visit }, "ix_outbox_events")
            .HasDatabaseName("ix_outbox_events").HasFilter("kind = 3 AND state = 1");
        builder.HasIndex(effect => new { effect.DueAt, effect.WorkspaceId }, "ix_outbox_next_event")
            .HasDatabaseName("ix_outbox_next_event").HasFilter("due_at IS NOT NULL AND kind = 3");
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.AutomationId, effect.EnrollmentId })
            .HasDatabaseName("ix_outbox_held").HasFilter("held_due_at IS NOT NULL");

        // Emails that wait their turn, in order (M6).
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.LimitedAt, effect.EnrollmentId, effect.Visit })
            .HasDatabaseName("ix_outbox_limited").HasFilter("limited_at IS NOT NULL");

        // Whose content is still kept, the oldest first.
        builder.HasIndex(effect => new { effect.WorkspaceId, effect.EndedAt, effect.EnrollmentId })
            .HasDatabaseName("ix_outbox_content").HasFilter("ended_at IS NOT NULL AND request IS NOT NULL");
    }
}
