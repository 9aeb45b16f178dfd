using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Messages;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class TemplateConfiguration : IEntityTypeConfiguration<Template>
{
    public void Configure(EntityTypeBuilder<Template> builder)
    {
        builder.ToTable("templates");
        builder.HasKey(template => new { template.WorkspaceId, template.Id });
        builder.Property(template => template.Name).HasMaxLength(Template.MaxNameLength);
        builder.Property(template => template.Subject).HasMaxLength(TemplateContent.MaxLineLength);
        builder.Property(template => template.Format);
        builder.Property(template => template.Version);

        // Two people at once: the second one is told (409) instead of undoing what the first did.
        builder.Property(template => template.UpdatedAt).IsConcurrencyToken();
        builder.Ignore(template => template.CreatedAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(template => template.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
