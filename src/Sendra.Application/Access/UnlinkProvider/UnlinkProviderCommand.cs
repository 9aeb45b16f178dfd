using MediatR;

namespace Sendra.Application.Access.UnlinkProvider;

/// <summary>Takes a way in by a provider away (W13). All sessions of the person end, and the caller gets a new one.</summary>
/// <param name="Session">The session.</param>
/// <param name="Id">The link.</param>
public sealed record UnlinkProviderCommand(KnownSession Session, ProviderLinkId Id) : IRequest<SignedIn>;
