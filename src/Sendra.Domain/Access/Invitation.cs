using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Workspaces;

namespace Sendra.Domain.Access;

/// <summary>
/// A link that lets one person into a workspace, one time (W1). Accepting or withdrawing it deletes it; of the link only
/// a hash is kept.
/// </summary>
public sealed class Invitation : IWorkspaceOwned
{
    /// <summary>How long a link works.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How many a workspace can have open at once.</summary>
    public const int MaxPerWorkspace = 100;

    private Invitation(
        WorkspaceId workspaceId, InvitationId id, MemberRole role, string? email, UserId? invitedUserId, string tokenHash, DateTimeOffset expiresAt, UserId? createdBy)
    {
        WorkspaceId = workspaceId;
        Id = id;
        Role = role;
        Email = email;
        InvitedUserId = invitedUserId;
        TokenHash = tokenHash;
        ExpiresAt = expiresAt;
        CreatedBy = createdBy;
    }

    public WorkspaceId WorkspaceId { get; }

    public InvitationId Id { get; }

    /// <summary>What the new member can do.</summary>
    public MemberRole Role { get; }

    /// <summary>The email that the invitation is for (E1); null if anyone with the link can use it.</summary>
    public string? Email { get; }

    /// <summary>
    /// The account that had this email when the invitation was created, so nobody becomes an address by a link (W1). Null when none had:
    /// then only who has proven the email gets in.
    /// </summary>
    public UserId? InvitedUserId { get; }

    /// <summary>See <see cref="LinkToken.Hash"/>.</summary>
    public string TokenHash { get; }

    /// <summary>The hash of another token, in a link that was mailed to <see cref="Email"/> and shown to nobody else. Null when none was mailed.</summary>
    public string? MailedTokenHash { get; private set; }

    /// <summary>When the link stops working.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The owner who created it. It ends with their membership. Null if it was created before this was recorded.</summary>
    public UserId? CreatedBy { get; }

    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Creates an invitation.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="role">What the new member can do.</param>
    /// <param name="invited">The email it is for, and its account if it has one; null for anyone with the link.</param>
    /// <param name="token">The token in the link.</param>
    /// <param name="createdBy">The owner who creates it.</param>
    public static Invitation Create(
        WorkspaceId workspaceId, InvitationId id, MemberRole role, (UserId? UserId, EmailAddress Email)? invited, LinkToken token, UserId createdBy, DateTimeOffset now) =>
        new(workspaceId, id, role, invited?.Email.Value, invited?.UserId, token.Hash, now + Lifetime, createdBy);

    /// <summary>True while the link works.</summary>
    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>Makes a link to mail to <see cref="Email"/>.</summary>
    public LinkToken Mail()
    {
        var token = LinkToken.New();
        MailedTokenHash = token.Hash;
        return token;
    }

    /// <summary>True for the link that was mailed: whoever has it reads the mail of <see cref="Email"/>.</summary>
    public bool IsMailed(LinkToken token) => MailedTokenHash == token.Hash;

    /// <summary>Lets the invited person in.</summary>
    /// <param name="provenEmail">The person's email if they have proven that it is theirs, or else null.</param>
    /// <exception cref="ConflictException"><c>invitationForAnother</c>: it is for somebody else.</exception>
    public Member Admit(UserId userId, string? provenEmail, DateTimeOffset now) => Email is null || InvitedUserId == userId || Email == provenEmail
        ? Member.Join(WorkspaceId, userId, Role, now)
        : throw new ConflictException("invitationForAnother", "This invitation is for another account. Sign in with the account that was invited, and verify its email.");
}
