using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ContactImportErasureConfiguration : IEntityTypeConfiguration<ContactImportErasure>
{
    public void Configure(EntityTypeBuilder<ContactImportErasure> builder)
    {
        builder.ToTable("contact_import_erasures");
        builder.HasKey(row => new { row.WorkspaceId, row.ImportId, row.AddressHash });
        builder.HasOne<ContactImport>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.ImportId }).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("fk_contact_import_erasures_imports");
    }
}
