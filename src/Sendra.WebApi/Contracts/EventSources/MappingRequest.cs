namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A mapping to try; the fields are those of an event source.</summary>
public sealed record MappingRequest
{
    /// <summary>Where the email is.</summary>
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

    /// <summary>Where the sender's delivery id is.</summary>
    /// <example>id</example>
    public string? DeliveryIdPath { get; init; }
}
