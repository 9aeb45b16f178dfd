using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Automations;
using Sendra.Infrastructure.Persistence.Converters;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AutomationVersionConfiguration : IEntityTypeConfiguration<AutomationVersion>
{
    public void Configure(EntityTypeBuilder<AutomationVersion> builder)
    {
        builder.ToTable("automation_versions");

        // Of two saves at once only one takes the next number.
        builder.HasKey(version => new { version.WorkspaceId, version.AutomationId, version.Number });
        builder.Property(version => version.Workflow).HasColumnName("steps").HasConversion<WorkflowConverter>(WorkflowConverter.Comparer);
        builder.Property(version => version.WrittenAs);
        builder.Property(version => version.WaitsOnContacts);
        builder.Property(version => version.AwaitedEvents).HasConversion<StringArrayConverter>(StringArrayConverter.Comparer!);
        builder.Property(version => version.SavedAt);
        builder.Property(version => version.SavedBy);
        builder.HasOne<Automation>().WithMany()
            .HasForeignKey(version => new { version.WorkspaceId, version.AutomationId }).OnDelete(DeleteBehavior.Restrict);
    }
}
