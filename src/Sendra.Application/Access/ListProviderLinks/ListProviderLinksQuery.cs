using MediatR;

namespace Sendra.Application.Access.ListProviderLinks;

/// <summary>Lists the providers that a person signs in with (W13).</summary>
/// <param name="UserId">Who is signed in.</param>
public sealed record ListProviderLinksQuery(UserId UserId) : IRequest<IReadOnlyList<ProviderLinkResult>>;
