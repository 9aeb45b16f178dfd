using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Sendra.Domain.Access;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Configurations;

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("invitations");
        builder.HasKey(invitation => new { invitation.WorkspaceId, invitation.Id });
        builder.Property(invitation => invitation.Role);
        builder.Property(invitation => invitation.Email).HasMaxLength(EmailAddress.MaxLength);
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(SecretText.HashLength);
        builder.Property(invitation => invitation.MailedTokenHash).HasMaxLength(SecretText.HashLength);
        builder.Property(invitation => invitation.InvitedUserId);
        builder.Property(invitation => invitation.ExpiresAt);
        builder.Property(invitation => invitation.CreatedBy);
        builder.Ignore(invitation => invitation.CreatedAt);
        builder.HasOne<Workspace>().WithMany().HasForeignKey(invitation => invitation.WorkspaceId).OnDelete(DeleteBehavior.Cascade);

        // The look-up of a link, which knows no workspace yet.
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => invitation.MailedTokenHash).IsUnique();
    }
}
