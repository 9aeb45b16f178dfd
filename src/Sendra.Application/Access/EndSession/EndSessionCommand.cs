using MediatR;

namespace Sendra.Application.Access.EndSession;

/// <summary>Ends one of a person's sessions.</summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="SessionId">The session to end.</param>
public sealed record EndSessionCommand(UserId UserId, SessionId SessionId) : IRequest;
