using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The email and the password don't match. It isn't told which one is wrong. 401.</summary>
public sealed class InvalidCredentialsException()
    : DomainException("invalidCredentials", "The email or the password is wrong.");
