using MediatR;

namespace Sendra.Application.Access.RemoveMember;

/// <summary>Removes a member (W1). Owners can remove anyone, and everyone can leave. Returns the API keys that the member created, which stay.</summary>
/// <param name="By">Who removes them.</param>
/// <param name="UserId">The user to remove.</param>
public sealed record RemoveMemberCommand(KnownSession By, UserId UserId) : IRequest<IReadOnlyList<ApiKeyResult>>;
