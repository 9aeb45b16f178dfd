using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AccountLinkConfiguration : IEntityTypeConfiguration<AccountLinkRow>
{
    public void Configure(EntityTypeBuilder<AccountLinkRow> builder)
    {
        builder.ToTable("account_links");
        builder.HasKey(link => link.TokenHash);
        builder.Property(link => link.TokenHash).HasMaxLength(SecretText.HashLength);
        builder.Property(link => link.UserId);
        builder.Property(link => link.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.HasOne<User>().WithMany().HasForeignKey(link => link.UserId).OnDelete(DeleteBehavior.NoAction);

        // All of a user end together.
        builder.HasIndex(link => new { link.UserId, link.Purpose });
        builder.HasIndex(link => link.ExpiresAt);
    }
}
