using Sendra.Domain.Common;

namespace Sendra.Application.Access;

/// <summary>This server takes no new accounts, or only those of invited people. 403.</summary>
public sealed class SignUpClosedException(SignUp signUp) : DomainException("signUpClosed", signUp == SignUp.Invited
    ? "You need an invitation to create an account here. Ask an owner of the workspace for one."
    : "This server takes no new accounts. Ask whoever runs it.");
