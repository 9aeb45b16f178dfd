using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Application.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("user_sessions");
        builder.HasKey(session => session.Id);
        builder.Property(session => session.Id).ValueGeneratedNever();
        builder.Property(session => session.CookieHash).HasMaxLength(SecretText.HashLength);
        builder.Property(session => session.SecurityStamp).HasMaxLength(64);
        builder.Property(session => session.Address).HasMaxLength(SessionClient.MaxAddressLength);
        builder.Property(session => session.UserAgent).HasMaxLength(SessionClient.MaxUserAgentLength);
        builder.HasOne<User>().WithMany().HasForeignKey(session => session.UserId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<Member>().WithMany()
            .HasForeignKey(session => new { session.WorkspaceId, session.UserId })
            .OnDelete(DeleteBehavior.Cascade);

        // The look-up of a request.
        builder.HasIndex(session => session.CookieHash).IsUnique();

        // A user's old sessions are cleared away at sign-in.
        builder.HasIndex(session => new { session.UserId, session.ExpiresAt });
    }
}
