using MediatR;

namespace Sendra.Application.Access.VerifyEmail;

/// <summary>
/// Proves the address of who is signed in by a link that was sent there (W7). The link alone does nothing: whoever signed up with somebody
/// else's address can't have it proven by a click of theirs.
/// </summary>
/// <param name="UserId">Who is signed in.</param>
/// <param name="Token">The token in the link.</param>
public sealed record VerifyEmailCommand(UserId UserId, string? Token) : IRequest
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(VerifyEmailCommand);
}
