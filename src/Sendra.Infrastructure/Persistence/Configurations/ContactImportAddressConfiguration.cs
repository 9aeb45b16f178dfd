using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ContactImportAddressConfiguration : IEntityTypeConfiguration<ContactImportAddress>
{
    public void Configure(EntityTypeBuilder<ContactImportAddress> builder)
    {
        builder.ToTable("contact_import_addresses");

        // The key finds the lines that name somebody; the index of the foreign key those that go with an import.
        builder.HasKey(row => new { row.WorkspaceId, row.AddressHash, row.ImportId, row.Ordinal, row.Line });
        builder.HasOne<ContactImport>().WithMany().HasForeignKey(row => new { row.WorkspaceId, row.ImportId }).OnDelete(DeleteBehavior.Cascade)
            .HasConstraintName("fk_contact_import_addresses_imports");
    }
}
