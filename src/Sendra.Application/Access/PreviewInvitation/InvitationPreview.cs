using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Where a link leads.</summary>
/// <param name="WorkspaceName">The workspace's name.</param>
/// <param name="Role">What the new member can do.</param>
/// <param name="ForAccount">True if only one account can use it, which must sign in.</param>
/// <param name="Email">The email of that account if it is signed in; otherwise null.</param>
/// <param name="ExpiresAt">When the link stops working.</param>
public sealed record InvitationPreview(string WorkspaceName, MemberRole Role, bool ForAccount, string? Email, DateTimeOffset ExpiresAt);
