using Microsoft.EntityFrameworkCore;
using Sendra.Application.Access;
using Sendra.Application.Common;
using Sendra.Application.Mail;
using Sendra.Domain.Access;
using Sendra.Domain.Workspaces;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Rows;

namespace Sendra.Infrastructure.Access;

/// <summary>Writes what was ordered, with a link that is made then. The links that people ask for go only to where they can be read by the right ones.</summary>
internal sealed class AccountMailWriter(IPublicAddress address, AccountSender sender, TimeProvider clock)
{
    // What comes later helps nobody any more. Invitations have an end of their own.
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Writes an email. Its link is stored at the next save.</summary>
    /// <param name="db">In the workspace of an invitation.</param>
    /// <returns>Null when there is nothing to write: nobody has an account, the link was used already, or it is too late.</returns>
    public async Task<OutgoingMail?> WriteAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        if (mail.Kind != AccountMailKind.Invitation && mail.AskedAt + Patience < clock.GetUtcNow())
        {
            return null;
        }

        var text = mail.Kind switch
        {
            AccountMailKind.PasswordReset => await ResetAsync(db, mail, cancellationToken),
            AccountMailKind.Verification => await VerificationAsync(db, mail, cancellationToken),
            AccountMailKind.Invitation => await InvitationAsync(db, mail, cancellationToken),
            AccountMailKind.PasswordChanged => AccountMailWriting.PasswordChanged(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.SecondFactorOn => AccountMailWriting.SecondFactorOn(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.SecondFactorOff => AccountMailWriting.SecondFactorOff(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.RecoveryCodesMade => AccountMailWriting.RecoveryCodesMade(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.RecoveryCodeUsed => AccountMailWriting.RecoveryCodeUsed(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.PasskeyAdded => AccountMailWriting.PasskeyAdded(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.PasskeyRemoved => AccountMailWriting.PasskeyRemoved(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.ProviderLinked => AccountMailWriting.ProviderLinked(address.Url, mail.Email, mail.AskedAt),
            AccountMailKind.ProviderUnlinked => AccountMailWriting.ProviderUnlinked(address.Url, mail.Email, mail.AskedAt),
        };
        return text is null ? null : AccountMailWriting.Address(text, mail.Id, clock.GetUtcNow(), sender.At(address.Url), mail.Email);
    }

    /// <summary>Its link works from now on as long as ever.</summary>
    /// <param name="db">In the workspace of an invitation.</param>
    /// <returns>False when it works no more: the email needn't be sent again.</returns>
    public async Task<bool> RenewAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        if (mail.Kind == AccountMailKind.Invitation)
        {
            return await FindInvitationAsync(db, mail, cancellationToken) is not null;
        }

        if (mail.TokenHash is null)
        {
            return true;
        }

        var link = await db.AccountLinks.SingleOrDefaultAsync(row => row.TokenHash == mail.TokenHash, cancellationToken);
        if (link is not null)
        {
            link.ExpiresAt = clock.GetUtcNow() + LifetimeOf(link.Purpose);
        }

        return link is not null;
    }

    private async Task<AccountMailText?> ResetAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(row => row.NormalizedEmail == mail.Email, cancellationToken);
        return user is null ? null : AccountMailWriting.PasswordReset(address.Url, mail.Email, LinkTo(db, mail, user.Id, AccountLinkPurpose.PasswordReset));
    }

    private async Task<AccountMailText?> VerificationAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        var user = await db.Users.AsNoTracking().SingleAsync(row => row.Id == mail.UserId, cancellationToken);
        return user.EmailConfirmed || user.Email != mail.Email
            ? null
            : AccountMailWriting.Verification(address.Url, mail.Email, LinkTo(db, mail, user.Id, AccountLinkPurpose.Verification));
    }

    private async Task<AccountMailText?> InvitationAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        if (await FindInvitationAsync(db, mail, cancellationToken) is not { } invitation)
        {
            return null;
        }

        var workspace = await db.Workspaces.AsNoTracking().SingleAsync(cancellationToken);
        var author = await db.Users.Where(user => user.Id == invitation.CreatedBy).Select(user => user.Email).SingleAsync(cancellationToken);
        var token = invitation.Mail();
        mail.TokenHash = token.Hash;
        return AccountMailWriting.Invitation(address.Url, workspace.Name, invitation.Role, author!, invitation.ExpiresAt, token.Reveal());
    }

    private async Task<Invitation?> FindInvitationAsync(SendraDbContext db, AccountMail mail, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return await db.Invitations.SingleOrDefaultAsync(
            row => row.Id == mail.InvitationId && row.ExpiresAt > now && db.Members.Any(member => member.UserId == row.CreatedBy && member.Role == MemberRole.Owner),
            cancellationToken);
    }

    private string LinkTo(SendraDbContext db, AccountMail mail, UserId userId, AccountLinkPurpose purpose)
    {
        var token = LinkToken.New();
        mail.TokenHash = token.Hash;
        db.Add(new AccountLinkRow { TokenHash = token.Hash, UserId = userId, Purpose = purpose, Email = mail.Email, ExpiresAt = clock.GetUtcNow() + LifetimeOf(purpose) });
        return token.Reveal();
    }

    private static TimeSpan LifetimeOf(AccountLinkPurpose purpose) => purpose switch
    {
        AccountLinkPurpose.PasswordReset => AccountLink.PasswordResetLifetime,
        AccountLinkPurpose.Verification => AccountLink.VerificationLifetime,
    };
}
