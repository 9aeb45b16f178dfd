using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AccountMailConfiguration : IEntityTypeConfiguration<AccountMail>
{
    public void Configure(EntityTypeBuilder<AccountMail> builder)
    {
        builder.ToTable("account_mails");
        builder.HasKey(mail => mail.Id);
        builder.Property(mail => mail.Id).ValueGeneratedNever();
        builder.Property(mail => mail.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(mail => mail.Step).IsConcurrencyToken();
        builder.Property(mail => mail.TokenHash).HasMaxLength(SecretText.HashLength);
        builder.Property(mail => mail.Content);
        builder.Property(mail => mail.Problem).HasMaxLength(AccountMail.MaxProblemLength);

        // What is due.
        builder.HasIndex(mail => mail.DueAt);

        // How many an address got.
        builder.HasIndex(mail => new { mail.Email, mail.AskedAt });

        // What has ended long ago, and what a deleted workspace leaves.
        builder.HasIndex(mail => mail.AskedAt);
        builder.HasIndex(mail => mail.WorkspaceId);
    }
}
