namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>What to fill into a source for a well-known sender.</summary>
/// <param name="Id">The id to name when creating a source.</param>
/// <param name="Name">The sender.</param>
/// <param name="Description">What it sends.</param>
/// <param name="Hint">Which of its events the paths fit, and where its secret is.</param>
/// <param name="DocsUrl">The sender's documentation.</param>
/// <param name="EmailPath">Where the email is.</param>
/// <param name="EventName">Where the event's name comes from.</param>
/// <param name="PropertiesPath">Where the event's properties are; null for the whole payload.</param>
/// <param name="ContactProperties">Contact property by the path that fills it.</param>
/// <param name="DeliveryIdPath">Where the sender's id of a delivery is.</param>
/// <param name="SignatureScheme">How the sender signs; null when it does not.</param>
public sealed record PresetResponse(
    string Id,
    string Name,
    string Description,
    string Hint,
    string DocsUrl,
    string? EmailPath,
    EventNameContract EventName,
    string? PropertiesPath,
    IReadOnlyDictionary<string, string> ContactProperties,
    string? DeliveryIdPath,
    string? SignatureScheme);
