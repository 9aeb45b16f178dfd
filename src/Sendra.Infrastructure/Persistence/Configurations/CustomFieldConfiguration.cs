using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class CustomFieldConfiguration : IEntityTypeConfiguration<CustomField>
{
    public void Configure(EntityTypeBuilder<CustomField> builder)
    {
        builder.ToTable("custom_fields");
        builder.HasKey(field => new { field.WorkspaceId, field.Name });
        builder.Property(field => field.Name).HasMaxLength(CustomField.MaxNameLength);
        builder.Property(field => field.Type).HasColumnName("field_type");
        builder.Property(field => field.CreatedAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(field => field.WorkspaceId).OnDelete(DeleteBehavior.Restrict);
    }
}
