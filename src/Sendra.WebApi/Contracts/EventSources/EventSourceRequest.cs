namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>An event source: how to read what a sender posts.</summary>
public sealed record EventSourceRequest
{
    /// <summary>The source's name, 1 to 200 characters.</summary>
    /// <example>Stripe, live mode</example>
    public string? Name { get; init; }

    /// <summary>The id of a preset. When you create a source, omitted fields come from the preset.</summary>
    /// <example>stripe</example>
    public string? Preset { get; init; }

    /// <summary>Whether the source accepts deliveries. A disabled source returns 410. Default: true, or unchanged when you edit.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }

    /// <summary>Where the email is: data.customer.email, items.0.email, a\.b for a key with a dot, header:X-Email for a header. Any path may be several that are tried in order: customer_email || customer.email. May be left out when externalIdPath is given.</summary>
    /// <example>data.object.customer_details.email</example>
    public string? EmailPath { get; init; }

    /// <summary>
    /// The text field that holds the JSON document which is read: mandrill_events of a form, Message of Amazon SNS. Paths and properties are
    /// then of that document, and $. starts at the root of the delivery.
    /// </summary>
    /// <example>null</example>
    public string? BodyPath { get; init; }

    /// <summary>
    /// Where the list is whose items become events, each by itself: $ for a list at the root, data.events for one inside. Paths then start at
    /// the item, and $. starts at the root of the delivery. All items commit together; at most 1,000. Default: a delivery is one event.
    /// </summary>
    /// <example>null</example>
    public string? ItemsPath { get; init; }

    /// <summary>
    /// Where your own id of the person is: text or a number. Beside emailPath it becomes the contact's externalId, and finds the contact
    /// where a delivery has no email; without emailPath it always does. A delivery whose id no contact has is skipped as contactUnknown.
    /// </summary>
    /// <example>data.object.client_reference_id</example>
    public string? ExternalIdPath { get; init; }

    /// <summary>Where the event's name comes from.</summary>
    public EventNameContract? EventName { get; init; }

    /// <summary>Where the event's properties are. Default: the whole payload.</summary>
    /// <example>data.object</example>
    public string? PropertiesPath { get; init; }

    /// <summary>The path of each contact property to set.</summary>
    /// <example>{"name": "data.object.customer_details.name"}</example>
    public IReadOnlyDictionary<string, string?>? ContactProperties { get; init; }

    /// <summary>Where the sender's delivery id is. It detects repeats for 7 days. The header webhook-id works without this.</summary>
    /// <example>id</example>
    public string? DeliveryIdPath { get; init; }

    /// <summary>The signature check. Default: none.</summary>
    public SignatureRequest? Signature { get; init; }

    /// <summary>What the sender asks before it sends. Default: none.</summary>
    public HandshakeContract? Handshake { get; init; }

    /// <summary>How many days to keep payloads and headers of deliveries: 1 to 365. Default: 30, or unchanged when you edit.</summary>
    /// <example>30</example>
    public int? RetentionDays { get; init; }
}
