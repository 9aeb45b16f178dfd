namespace Sendra.WebApi.Contracts.Access;

/// <summary>Where the provider asks the person.</summary>
/// <param name="Url">Let the browser go there. The provider sends it back.</param>
public sealed record ProviderVisitResponse(string Url);
