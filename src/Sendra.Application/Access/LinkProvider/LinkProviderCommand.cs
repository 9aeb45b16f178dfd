using MediatR;

namespace Sendra.Application.Access.LinkProvider;

/// <summary>Lets a signed-in person sign in by a provider as well (W13). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
/// <param name="Identity">Who they are to the provider. The email needn't be the account's: the person has shown both.</param>
public sealed record LinkProviderCommand(KnownSession Session, ProviderIdentity Identity) : IRequest<SignedIn>;
