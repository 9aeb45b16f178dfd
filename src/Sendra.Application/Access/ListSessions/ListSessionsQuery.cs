using MediatR;

namespace Sendra.Application.Access.ListSessions;

/// <summary>Lists the sessions of a person, the one used last first.</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record ListSessionsQuery(UserId UserId) : IRequest<IReadOnlyList<SessionResult>>;
