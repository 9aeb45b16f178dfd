using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class AuthenticatorConfiguration : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> builder)
    {
        builder.ToTable("authenticators");
        builder.HasKey(authenticator => authenticator.UserId);
        builder.Property(authenticator => authenticator.Secret);
        builder.Property(authenticator => authenticator.PreparedSecret);
        builder.HasOne<User>().WithOne().HasForeignKey<Authenticator>(authenticator => authenticator.UserId).OnDelete(DeleteBehavior.NoAction);
    }
}
