using MediatR;

namespace Sendra.Application.Access.RemoveMember;

/// <summary>Takes a person's place in the workspace away (W1): owners anyone's, everybody their own. Answers the API keys that they made, which stay.</summary>
/// <param name="By">Who wants it.</param>
/// <param name="UserId">The user to remove.</param>
public sealed record RemoveMemberCommand(KnownSession By, UserId UserId) : IRequest<IReadOnlyList<ApiKeyResult>>;
