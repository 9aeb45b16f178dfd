using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Contacts.ImportContacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ContactImportConfiguration : IEntityTypeConfiguration<ContactImport>
{
    public void Configure(EntityTypeBuilder<ContactImport> builder)
    {
        builder.ToTable("contact_imports");
        builder.HasKey(import => new { import.WorkspaceId, import.Id });
        builder.Property(import => import.FileName).HasMaxLength(ImportContactsCommand.MaxFileNameLength);
        builder.Property(import => import.Status);
        builder.Property(import => import.Format);
        builder.Property(import => import.Delimiter).HasMaxLength(1);
        builder.Property(import => import.Columns);
        builder.Property(import => import.Mapping);
        builder.Property(import => import.Chunks);
        builder.Property(import => import.NextChunk);
        builder.Property(import => import.Lines);
        builder.Property(import => import.Created);
        builder.Property(import => import.Updated);
        builder.Property(import => import.Refused);
        builder.Property(import => import.Warned);
        builder.Property(import => import.ActiveAt);
        builder.Property(import => import.FinishedAt);

        // One at a time in a workspace; also finds those that have to go on.
        builder.HasIndex(import => import.WorkspaceId).IsUnique().HasFilter("finished_at IS NULL");
    }
}
