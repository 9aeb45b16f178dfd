namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>An event source: how to read what a sender posts.</summary>
public sealed record EventSourceRequest
{
    /// <summary>What people call it; 1 to 200 characters.</summary>
    /// <example>Stripe, live mode</example>
    public string? Name { get; init; }

    /// <summary>The id of a preset. When creating, whatever is left out here comes from it; what is given wins.</summary>
    /// <example>stripe</example>
    public string? Preset { get; init; }

    /// <summary>Whether deliveries are taken; a disabled source answers 410. Default true; left out when editing: unchanged.</summary>
    /// <example>true</example>
    public bool? Enabled { get; init; }

    /// <summary>Where the email is: data.customer.email, items.0.email, a\.b for a key with a dot, header:X-Email for a header.</summary>
    /// <example>data.object.customer_details.email</example>
    public string? EmailPath { get; init; }

    /// <summary>Where the event's name comes from.</summary>
    public EventNameContract? EventName { get; init; }

    /// <summary>Where the event's properties are; left out: the whole payload.</summary>
    /// <example>data.object</example>
    public string? PropertiesPath { get; init; }

    /// <summary>Contact property by the path that fills it.</summary>
    /// <example>{"name": "data.object.customer_details.name"}</example>
    public IReadOnlyDictionary<string, string?>? ContactProperties { get; init; }

    /// <summary>Where the sender's id of a delivery is, by which a repeat is known for 7 days; the header webhook-id counts without this.</summary>
    /// <example>id</example>
    public string? DeliveryIdPath { get; init; }

    /// <summary>The signature check; left out: none.</summary>
    public SignatureRequest? Signature { get; init; }

    /// <summary>For how many days payloads and headers of deliveries are kept: 1 to 365. Default 30; left out when editing: unchanged.</summary>
    /// <example>30</example>
    public int? RetentionDays { get; init; }
}
