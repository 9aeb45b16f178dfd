using Sendra.Application.Access;

namespace Sendra.WebApi.Contracts.Access;

/// <summary>The providers that the signed-in user signs in with, oldest link first.</summary>
/// <param name="Items">All of them.</param>
public sealed record ProviderLinksResponse(IReadOnlyList<ProviderLinkResult> Items);
