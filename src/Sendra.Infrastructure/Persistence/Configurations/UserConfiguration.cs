using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Contacts;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class UserConfiguration : IEntityTypeConfiguration<User>
{
    public void Configure(EntityTypeBuilder<User> builder)
    {
        builder.ToTable("users");
        builder.HasKey(user => user.Id);
        builder.Property(user => user.Id).ValueGeneratedNever();
        builder.Property(user => user.UserName).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(user => user.NormalizedUserName).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(user => user.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(user => user.NormalizedEmail).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(user => user.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
        builder.Property(user => user.SecurityStamp).HasMaxLength(64);
        builder.Property(user => user.PasswordHash).HasMaxLength(512);
        builder.Property(user => user.PhoneNumber).HasMaxLength(64);
        builder.HasIndex(user => user.NormalizedUserName).IsUnique();
        builder.Property(user => user.LastWorkspaceId);
        builder.HasIndex(user => user.NormalizedEmail).IsUnique();
        builder.HasIndex(user => user.Founder).IsUnique();
    }
}
