using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Where a link leads.</summary>
/// <param name="WorkspaceName">What people call the workspace.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="ForAccount">True when only one account can use it, which has to sign in.</param>
/// <param name="Email">The address of that account when it is the one that is signed in; otherwise null.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
public sealed record InvitationPreview(string WorkspaceName, MemberRole Role, bool ForAccount, string? Email, DateTimeOffset ExpiresAt);
