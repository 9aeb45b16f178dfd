using MediatR;

namespace Sendra.Application.Access.SignInByProvider;

/// <summary>Signs somebody in whom a provider has let in, and signs them up if need be (W13).</summary>
/// <param name="Identity">Who they are to the provider.</param>
/// <param name="Invitation">The token of the invitation by which they came; null for none.</param>
public sealed record SignInByProviderCommand(ProviderIdentity Identity, string? Invitation) : IRequest<SignInOutcome>
{
    /// <summary>Hides the secret, because the log writes out records at its most verbose level.</summary>
    public override string ToString() => nameof(SignInByProviderCommand);
}
