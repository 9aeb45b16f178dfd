using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class ProviderLinkConfiguration : IEntityTypeConfiguration<ProviderLink>
{
    public void Configure(EntityTypeBuilder<ProviderLink> builder)
    {
        builder.ToTable("provider_links");
        builder.HasKey(link => link.Id);
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.Provider).HasMaxLength(ProviderLink.MaxProviderLength);
        builder.Property(link => link.IdentityHash).HasMaxLength(SecretText.HashLength);
        builder.Property(link => link.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.NoAction);

        // One account for each person at a provider.
        builder.HasIndex(link => link.IdentityHash).IsUnique();
    }
}
