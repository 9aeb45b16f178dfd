using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class PasskeyConfiguration : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("passkeys");
        builder.HasKey(passkey => passkey.Id);
        builder.Property(passkey => passkey.Id).ValueGeneratedNever();
        builder.Property(passkey => passkey.CredentialHash).HasMaxLength(SecretText.HashLength);
        builder.Property(passkey => passkey.CredentialId).HasMaxLength(Passkey.MaxCredentialIdBytes);
        builder.Property(passkey => passkey.PublicKey);
        builder.Property(passkey => passkey.Name).HasMaxLength(PasskeyResult.MaxNameLength);
        builder.Property(passkey => passkey.Transports).HasMaxLength(Passkey.MaxTransportsLength);
        builder.HasOne<User>().WithMany().HasForeignKey(passkey => passkey.UserId).OnDelete(DeleteBehavior.NoAction);

        // The look-up of a sign-in.
        builder.HasIndex(passkey => passkey.CredentialHash).IsUnique();
    }
}
