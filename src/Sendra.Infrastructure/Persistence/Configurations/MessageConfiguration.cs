using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Persistence.Configurations;

/// <summary>No foreign keys: a message is written with its run, and outlives its automation and template.</summary>
internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.ToTable("messages");
        builder.HasKey(row => new { row.WorkspaceId, row.Id });
        builder.Property(row => row.ContactId);
        builder.Property(row => row.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(row => row.TemplateId);
        builder.Property(row => row.TemplateVersion);
        builder.Property(row => row.AutomationId);
        builder.Property(row => row.EnrollmentId);
        builder.Property(row => row.Visit);
        builder.Property(row => row.StepId).HasMaxLength(StepId.MaxLength);
        builder.Property(row => row.Kind);
        builder.Property(row => row.Status);
        builder.Property(row => row.Code).HasMaxLength(Message.MaxCodeLength);
        builder.Property(row => row.Reason).HasMaxLength(Message.MaxReasonLength);
        builder.Property(row => row.SentAt);
        builder.Property(row => row.EndedAt);
        builder.Property(row => row.Content);
        builder.Ignore(row => row.CreatedAt);

        // A visit makes one mail, whatever the code does (F4); also finds those of runs.
        builder.HasIndex(row => new { row.WorkspaceId, row.EnrollmentId, row.Visit })
            .HasDatabaseName("ix_messages_visit").HasFilter("enrollment_id IS NOT NULL").IsUnique();

        // The log, newest first, by each of its filters.
        builder.HasIndex(row => new { row.WorkspaceId, row.AutomationId, row.Id });
        builder.HasIndex(row => new { row.WorkspaceId, row.TemplateId, row.Id });
        builder.HasIndex(row => new { row.WorkspaceId, row.ContactId, row.Id });
        builder.HasIndex(row => new { row.WorkspaceId, row.Status, row.Id });

        // Whose content is still kept, the oldest first.
        builder.HasIndex(row => new { row.WorkspaceId, row.Id }).HasDatabaseName("ix_messages_content").HasFilter("content IS NOT NULL");
    }
}
