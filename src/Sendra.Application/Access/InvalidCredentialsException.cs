using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>The address and the password do not belong together; which of them is wrong is not told. 401.</summary>
public sealed class InvalidCredentialsException()
    : DomainException("invalidCredentials", "The email address or the password is wrong.");
