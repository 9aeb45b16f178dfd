using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Ingestion;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class IdempotencyRecordConfiguration : IEntityTypeConfiguration<IdempotencyRecord>
{
    /// <summary>Of SHA-256.</summary>
    public const int BodyHashLength = 32;

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.ToTable("idempotency_keys");
        builder.HasKey(record => new { record.WorkspaceId, record.Key });
        builder.Property(record => record.Key).HasColumnName("request_key").HasMaxLength(IdempotencyKey.MaxStoredLength);
        builder.Property(record => record.BodyHash).HasMaxLength(BodyHashLength);

        // Forgetting what is older than seven days.
        builder.HasIndex(record => record.CreatedAt);
    }
}
