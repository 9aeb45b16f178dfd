namespace Sendra.Client.EventSources;

/// <summary>An event source.</summary>
public sealed record EventSource
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The URL for the sender. Anyone who knows it can send events: treat it as a secret. Null for a key without the scope <c>manage</c>.</summary>
    public string? Url { get; init; }

    /// <summary>What sends to a source.</summary>
    public EventSourceKind Kind { get; init; }

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>The preset it was created from.</summary>
    public string? Preset { get; init; }

    /// <summary>Whether it accepts deliveries.</summary>
    public bool Enabled { get; init; }

    /// <summary>Where the email is; null when only the external id names the person.</summary>
    public string? EmailPath { get; init; }

    /// <summary>Where your own id of the person is.</summary>
    public string? ExternalIdPath { get; init; }

    /// <summary>Where the event's name comes from. Set one of the two.</summary>
    public EventNameMapping? EventName { get; init; }

    /// <summary>Where the event's properties are; null for the whole payload.</summary>
    public string? PropertiesPath { get; init; }

    /// <summary>The path of each contact property to set.</summary>
    public IReadOnlyDictionary<string, string> ContactProperties { get; init; } = new Dictionary<string, string>();

    /// <summary>Where the sender's delivery id is.</summary>
    public string? DeliveryIdPath { get; init; }

    /// <summary>A source's signature check without its secrets. What the scheme doesn't have is omitted.</summary>
    public SignatureCheck? Signature { get; init; }

    /// <summary>Where the list is whose items become events; null when a delivery is one event.</summary>
    public string? ItemsPath { get; init; }

    /// <summary>The text field that holds the document which is read; null when the body is it.</summary>
    public string? BodyPath { get; init; }

    /// <summary>What the sender asks before it sends, and how it is answered. Presets bring theirs.</summary>
    public Handshake? Handshake { get; init; }

    /// <summary>
    /// The mail provider whose reports on your emails it takes: <c>amazonSes</c>, <c>postmark</c>, <c>mailgun</c>, <c>sendGrid</c>,
    /// <c>resend</c> or <c>brevo</c>, by its preset; null for other sources. Reports update messages and suppress addresses.
    /// </summary>
    public string? Feedback { get; init; }

    /// <summary>How many days payloads and headers are kept.</summary>
    public int RetentionDays { get; init; }

    /// <summary>The numbers of deliveries by outcome.</summary>
    public DeliveryCounts Counts { get; init; } = new();

    /// <summary>The same of the last 24 hours.</summary>
    public DeliveryCounts LastDay { get; init; } = new();

    /// <summary>When the last delivery came; null before the first.</summary>
    public DateTimeOffset? LastDeliveryAt { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>The user or the API key that created it; null if it was created before this was recorded.</summary>
    public string? CreatedBy { get; init; }
}
