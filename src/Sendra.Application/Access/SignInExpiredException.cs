using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>A sign-in that was begun is over: it took too long, or the password was changed meanwhile. 401.</summary>
public sealed class SignInExpiredException() : DomainException("signInExpired", "This took too long. Sign in again from the beginning.");
