using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.EventPatterns;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class EventPatternConfiguration : IEntityTypeConfiguration<EventPattern>
{
    public void Configure(EntityTypeBuilder<EventPattern> builder)
    {
        builder.ToTable("event_patterns");
        builder.HasKey(pattern => new { pattern.WorkspaceId, pattern.Id });
        builder.Property(pattern => pattern.Name).HasMaxLength(PatternName.MaxLength);
        builder.Property(pattern => pattern.Description).HasMaxLength(EventPattern.MaxDescriptionLength);
        builder.Ignore(pattern => pattern.DeclaredAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(pattern => pattern.WorkspaceId).OnDelete(DeleteBehavior.Restrict);

        // A name is declared once (P1); also serves autocomplete and "is it declared?".
        builder.HasIndex(pattern => new { pattern.WorkspaceId, pattern.Name }).IsUnique();
    }
}
