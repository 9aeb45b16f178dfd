using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class HalfSignInConfiguration : IEntityTypeConfiguration<HalfSignInRow>
{
    public void Configure(EntityTypeBuilder<HalfSignInRow> builder)
    {
        builder.ToTable("half_sign_ins");
        builder.HasKey(half => half.TokenHash);
        builder.Property(half => half.TokenHash).HasMaxLength(SecretText.HashLength);
        builder.Property(half => half.SecurityStamp).HasMaxLength(64);
        builder.HasOne<User>().WithMany().HasForeignKey(half => half.UserId).OnDelete(DeleteBehavior.NoAction);

        // Those that were left are cleared away.
        builder.HasIndex(half => half.ExpiresAt);
    }
}
