using MediatR;

namespace Sendra.Application.Access.GetMe;

/// <summary>Who is signed in, and where (W1).</summary>
/// <param name="UserId">The user whom the session names.</param>
/// <param name="WorkspaceId">The workspace that the session names.</param>
public sealed record GetMeQuery(UserId UserId, WorkspaceId WorkspaceId) : IRequest<Me>;
