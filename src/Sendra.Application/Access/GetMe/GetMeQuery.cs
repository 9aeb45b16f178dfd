using MediatR;

namespace Sendra.Application.Access.GetMe;

/// <summary>Who is signed in, and where (W1).</summary>
/// <param name="UserId">The session's user.</param>
/// <param name="WorkspaceId">The session's workspace; null for a person who is in none.</param>
public sealed record GetMeQuery(UserId UserId, WorkspaceId? WorkspaceId) : IRequest<Me>;
