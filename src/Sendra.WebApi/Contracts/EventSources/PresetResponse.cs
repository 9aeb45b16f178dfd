namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>The settings of a source for a well-known sender.</summary>
/// <param name="Id">The id to use when you create a source.</param>
/// <param name="Name">The sender.</param>
/// <param name="Description">What it sends.</param>
/// <param name="Hint">Which events the paths match, and where to find the secret.</param>
/// <param name="DocsUrl">The sender's documentation.</param>
/// <param name="EmailPath">Where the email is.</param>
/// <param name="EventName">Where the event's name comes from.</param>
/// <param name="PropertiesPath">Where the event's properties are; null for the whole payload.</param>
/// <param name="ContactProperties">The path of each contact property to set.</param>
/// <param name="DeliveryIdPath">Where the sender's delivery id is.</param>
/// <param name="ItemsPath">Where the list is whose items become events; null when a delivery is one event.</param>
/// <param name="BodyPath">The text field that holds the document which is read; null when the body is it.</param>
/// <param name="SignatureScheme">How the sender signs; null if it doesn't.</param>
/// <param name="Signature">The same with all that the scheme needs but the secret; null if it doesn't sign.</param>
/// <param name="Handshake">What the sender asks before it sends, or null.</param>
/// <param name="Feedback">The mail provider, if its webhooks report on emails that Sendra sends: they update messages and suppress addresses. null for other senders.</param>
/// <param name="Sample">A request as the sender makes them.</param>
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
    string? ItemsPath,
    string? BodyPath,
    string? SignatureScheme,
    SignatureResponse? Signature,
    HandshakeContract? Handshake,
    string? Feedback,
    SampleContract Sample);
