using MediatR;

namespace Sendra.Application.Access.PrepareAuthenticator;

/// <summary>Makes a secret for an authenticator app (W10).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record PrepareAuthenticatorCommand(UserId UserId) : IRequest<AuthenticatorKey>;
