using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Where a link leads.</summary>
/// <param name="WorkspaceName">The workspace's name.</param>
/// <param name="Role">What the new member can do.</param>
/// <param name="ForAccount">True if only one account can use it, which must sign in.</param>
/// <param name="Email">
/// The email that the invitation is for, if its account is signed in or the link was mailed there; otherwise null. When an email has no account
/// yet, whoever joins chooses a password for a new one.
/// </param>
/// <param name="ExpiresAt">When the link stops working.</param>
public sealed record InvitationPreview(string WorkspaceName, MemberRole Role, bool ForAccount, string? Email, DateTimeOffset ExpiresAt);
