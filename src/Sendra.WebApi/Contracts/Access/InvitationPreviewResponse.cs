using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>Where a link leads.</summary>
/// <param name="WorkspaceName">What people call the workspace.</param>
/// <param name="Role">What the new member may do.</param>
/// <param name="Email">Whom it is for; null when whoever has the link may use it.</param>
/// <param name="ExpiresAt">From then on the link does nothing.</param>
public sealed record InvitationPreviewResponse(string WorkspaceName, MemberRole Role, string? Email, DateTimeOffset ExpiresAt);
