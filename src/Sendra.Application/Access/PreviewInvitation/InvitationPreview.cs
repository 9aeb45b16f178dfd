using Sendra.Domain.Workspaces;

namespace Sendra.Application.Access.PreviewInvitation;

/// <summary>Where a link leads.</summary>
/// <param name="WorkspaceName">What people call the workspace.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="IsForAccount">True when only one account can use it.</param>
/// <param name="Email">The address of that account, for itself alone; null for everybody else.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
public sealed record InvitationPreview(string WorkspaceName, MemberRole Role, bool IsForAccount, string? Email, DateTimeOffset ExpiresAt);
