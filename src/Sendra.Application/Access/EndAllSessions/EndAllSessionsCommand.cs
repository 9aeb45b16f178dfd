using MediatR;

namespace Sendra.Application.Access.EndAllSessions;

/// <summary>Signs a person out everywhere.</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record EndAllSessionsCommand(UserId UserId) : IRequest;
