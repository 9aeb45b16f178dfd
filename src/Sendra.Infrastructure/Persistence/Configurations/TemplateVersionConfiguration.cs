using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Messages;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class TemplateVersionConfiguration : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.ToTable("template_versions");

        // Of two saves at once only one takes the next number.
        builder.HasKey(version => new { version.WorkspaceId, version.TemplateId, version.Number });
        builder.Property(version => version.Subject).HasMaxLength(TemplateContent.MaxLineLength);
        builder.Property(version => version.Preheader).HasMaxLength(TemplateContent.MaxLineLength);
        builder.Property(version => version.Format);
        builder.Property(version => version.Source);
        builder.Property(version => version.Html);
        builder.Property(version => version.Text);
        builder.Property(version => version.SavedAt);
        builder.Property(version => version.SavedBy);
        builder.Ignore(version => version.Content);
        builder.Ignore(version => version.RenderedFrom);
        builder.HasOne<Template>().WithMany()
            .HasForeignKey(version => new { version.WorkspaceId, version.TemplateId }).OnDelete(DeleteBehavior.Cascade);
    }
}
