using MediatR;

namespace Sendra.Application.Access.GetHalfSignIn;

/// <summary>When a sign-in that waits for the second factor ends (W10).</summary>
/// <param name="Token">The token of the half sign-in.</param>
public sealed record GetHalfSignInQuery(string? Token) : IRequest<HalfSignIn>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(GetHalfSignInQuery);
}
