using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ContactImportChunkConfiguration : IEntityTypeConfiguration<ContactImportChunk>
{
    public void Configure(EntityTypeBuilder<ContactImportChunk> builder)
    {
        builder.ToTable("contact_import_chunks");
        builder.HasKey(chunk => new { chunk.WorkspaceId, chunk.ImportId, chunk.Ordinal });
        builder.Property(chunk => chunk.FirstLine);
        builder.Property(chunk => chunk.Lines);
        builder.Property(chunk => chunk.Text);
        builder.Property(chunk => chunk.Problems);
        builder.Property(chunk => chunk.Revision);
        builder.HasOne<ContactImport>().WithMany().HasForeignKey(chunk => new { chunk.WorkspaceId, chunk.ImportId }).OnDelete(DeleteBehavior.Cascade);
    }
}
