using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ApiKeyConfiguration : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.ToTable("api_keys");
        builder.HasKey(key => new { key.WorkspaceId, key.Id });
        builder.Property(key => key.Name).HasMaxLength(ApiKey.MaxNameLength);
        builder.Property(key => key.Scopes).HasConversion(scopes => scopes.Bits, bits => new ApiKeyScopes(bits));
        builder.Property(key => key.Prefix).HasColumnName("key_prefix").HasMaxLength(ApiKeySecret.PrefixLength);
        builder.Property(key => key.Hash).HasColumnName("key_hash").HasMaxLength(SecretText.HashLength);
        builder.Property(key => key.LastUsedAt);
        builder.Property(key => key.CreatedBy);
        builder.Property(key => key.ExpiresAt);
        builder.Property(key => key.AllowedNetworks).HasMaxLength(KeyNetworks.MaxLength)
            .HasConversion(networks => networks!.Write(), text => KeyNetworks.Restore(text));
        builder.Ignore(key => key.CreatedAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(key => key.WorkspaceId).OnDelete(DeleteBehavior.Cascade);

        // The look-up of a call, which knows no workspace yet.
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}
