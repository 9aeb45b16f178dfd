using Sendra.Application.EventSources;
using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>An event source.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Url">The URL for the sender. Anyone who knows it can send events: treat it as a secret. null for an API key without the scope <c>manage</c>.</param>
/// <param name="Kind">`webhook`: whoever has the URL sends to it. `client`: another product's client sends with one API key; what of it became no event is here.</param>
/// <param name="Name">Its name.</param>
/// <param name="Preset">The preset it was created from.</param>
/// <param name="Enabled">Whether it accepts deliveries.</param>
/// <param name="EmailPath">Where the email is; null when only the external id names the person.</param>
/// <param name="ExternalIdPath">Where your own id of the person is.</param>
/// <param name="EventName">Where the event's name comes from.</param>
/// <param name="PropertiesPath">Where the event's properties are; null for the whole payload.</param>
/// <param name="ContactProperties">The path of each contact property to set.</param>
/// <param name="DeliveryIdPath">Where the sender's delivery id is.</param>
/// <param name="Signature">The signature check, or null for none.</param>
/// <param name="ItemsPath">Where the list is whose items become events; null when a delivery is one event.</param>
/// <param name="BodyPath">The text field that holds the document which is read; null when the body is it.</param>
/// <param name="Handshake">What the sender asks before it sends, or null. Its tokens are masked for an API key without the scope <c>manage</c>.</param>
/// <param name="Feedback">The mail provider whose reports on your emails it takes: `amazonSes`, `postmark`, `mailgun`, `sendGrid`, `resend` or `brevo`, by its preset; null for other sources. Reports update messages and suppress addresses.</param>
/// <param name="RetentionDays">How many days payloads and headers are kept.</param>
/// <param name="Counts">The outcomes of its deliveries.</param>
/// <param name="LastDay">The outcomes of its deliveries of the last 24 hours.</param>
/// <param name="LastDeliveryAt">When the last delivery came; null before the first.</param>
/// <param name="CreatedAt">When it was created.</param>
/// <param name="UpdatedAt">When it was last changed.</param>
/// <param name="CreatedBy">The user or the API key that created it; null if it was created before this was recorded.</param>
public sealed record EventSourceResponse(
    EventSourceId Id,
    string? Url,
    EventSourceKind Kind,
    string Name,
    string? Preset,
    bool Enabled,
    string? EmailPath,
    string? ExternalIdPath,
    EventNameContract EventName,
    string? PropertiesPath,
    IReadOnlyDictionary<string, string> ContactProperties,
    string? DeliveryIdPath,
    SignatureResponse? Signature,
    string? ItemsPath,
    string? BodyPath,
    HandshakeContract? Handshake,
    string? Feedback,
    int RetentionDays,
    DeliveryCounts Counts,
    DeliveryCounts LastDay,
    DateTimeOffset? LastDeliveryAt,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    Guid? CreatedBy);
