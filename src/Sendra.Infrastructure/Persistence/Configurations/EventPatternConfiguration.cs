using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventPatternConfiguration : IEntityTypeConfiguration<EventPattern>
{
    public void Configure(EntityTypeBuilder<EventPattern> builder)
    {
        builder.ToTable("event_patterns");
        builder.HasKey(pattern => new { pattern.WorkspaceId, pattern.Id });
        builder.Property(pattern => pattern.Name).HasMaxLength(PatternName.MaxLength);
        builder.Property(pattern => pattern.Description).HasMaxLength(EventPattern.MaxDescriptionLength);
        builder.Property(pattern => pattern.Schema).HasColumnName("properties")
            .HasConversion<EventSchemaConverter>(EventSchemaConverter.Comparer);
        builder.Property(pattern => pattern.Enforcement);
        builder.Ignore(pattern => pattern.DeclaredAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(pattern => pattern.WorkspaceId).OnDelete(DeleteBehavior.Restrict);

        // A name is declared once (P1); also serves autocomplete and "is it declared?".
        builder.HasIndex(pattern => new { pattern.WorkspaceId, pattern.Name }).IsUnique();

        // The few that ingestion must know.
        builder.HasIndex(pattern => new { pattern.WorkspaceId, pattern.Enforcement })
            .HasDatabaseName("ix_event_patterns_enforced").HasFilter("enforcement > 0");
    }
}
