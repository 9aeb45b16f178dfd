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
    /// <summary>How long a link is good for.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>How many a workspace may have open at a time.</summary>
    public const int MaxOpenPerWorkspace = 100;

    private Invitation(WorkspaceId workspaceId, InvitationId id, MemberRole role, string? email, string tokenHash, DateTimeOffset expiresAt)
    {
        WorkspaceId = workspaceId;
        Id = id;
        Role = role;
        Email = email;
        TokenHash = tokenHash;
        ExpiresAt = expiresAt;
    }

    /// <inheritdoc />
    public WorkspaceId WorkspaceId { get; }

    /// <summary>Its id.</summary>
    public InvitationId Id { get; }

    /// <summary>What the new member may do.</summary>
    public MemberRole Role { get; }

    /// <summary>Whom the link is for (E1); null when whoever has it may use it.</summary>
    public string? Email { get; }

    /// <summary>See <see cref="InvitationToken.Hash"/>.</summary>
    public string TokenHash { get; }

    /// <summary>From then on the link does nothing.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Makes an invitation.</summary>
    /// <param name="workspaceId">The workspace.</param>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="role">What the new member may do.</param>
    /// <param name="email">Whom it is for, or null for whoever has the link.</param>
    /// <param name="token">What stands in the link.</param>
    /// <param name="now">The time.</param>
    public static Invitation Create(
        WorkspaceId workspaceId, InvitationId id, MemberRole role, EmailAddress? email, InvitationToken token, DateTimeOffset now) =>
        new(workspaceId, id, role, email?.Value, token.Hash, now + Lifetime);

    /// <summary>True while the link works.</summary>
    /// <param name="now">The time.</param>
    public bool IsOpen(DateTimeOffset now) => now < ExpiresAt;

    /// <summary>Lets the invited person in.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="email">The address the user signs in with.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="ConflictException"><c>invitationForAnother</c>: it is for somebody else.</exception>
    public Member Admit(UserId userId, string email, DateTimeOffset now) => Email is null || Email == email
        ? Member.Join(WorkspaceId, userId, Role, now)
        : throw new ConflictException("invitationForAnother", "This invitation is for another e-mail address.");
}
