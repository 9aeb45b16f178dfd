using Sendra.Domain.Access;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access;

/// <summary>An email to write later: only then it is looked up whether and what there is to write.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="To">Its address.</param>
/// <param name="UserId">The account it is about; null where the address says it.</param>
/// <param name="WorkspaceId">The workspace of an invitation.</param>
/// <param name="InvitationId">The invitation.</param>
public sealed record AccountMailOrder(AccountMailKind Kind, string To, UserId? UserId = null, WorkspaceId? WorkspaceId = null, InvitationId? InvitationId = null)
{
    /// <summary>A link to set a new password, if the address has an account.</summary>
    public static AccountMailOrder PasswordReset(EmailAddress to) => new(AccountMailKind.PasswordReset, to.Value);

    /// <summary>A link that proves an account's address.</summary>
    public static AccountMailOrder Verification(Account account) => new(AccountMailKind.Verification, account.Email, account.Id);

    /// <summary>An invitation that is for an address.</summary>
    public static AccountMailOrder Of(Invitation invitation) =>
        new(AccountMailKind.Invitation, invitation.Email!, WorkspaceId: invitation.WorkspaceId, InvitationId: invitation.Id);

    /// <summary>The news that an account's password was changed.</summary>
    public static AccountMailOrder PasswordChanged(Account account) => About(AccountMailKind.PasswordChanged, account);

    /// <summary>News about an account, for the person who has it.</summary>
    /// <param name="kind">What happened.</param>
    public static AccountMailOrder About(AccountMailKind kind, Account account) => new(kind, account.Email, account.Id);
}
