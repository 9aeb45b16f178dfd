namespace Sendra.Application.Access;

/// <summary>A provider that a person signs in with.</summary>
/// <param name="Id">The link's id.</param>
/// <param name="Provider">The provider's key.</param>
/// <param name="Email">The email that the person has there, as the provider told it when it was linked; null if it didn't.</param>
/// <param name="LinkedAt">When it was linked.</param>
public sealed record ProviderLinkResult(ProviderLinkId Id, string Provider, string? Email, DateTimeOffset LinkedAt);
