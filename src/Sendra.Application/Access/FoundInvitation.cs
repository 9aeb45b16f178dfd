using Sendra.Domain.Access;

namespace Sendra.Application.Access;

/// <summary>An invitation and where it leads.</summary>
/// <param name="Invitation">The invitation; to read only.</param>
/// <param name="WorkspaceName">Its workspace's name.</param>
public sealed record FoundInvitation(Invitation Invitation, string WorkspaceName);
