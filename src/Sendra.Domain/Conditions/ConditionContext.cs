using System.Text.Json;
using NodaTime;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.Conditions;

/// <summary>What a condition is evaluated on. What no rule reads is never parsed.</summary>
/// <param name="contact">The person as of now.</param>
/// <param name="customFields">The workspace's declared fields by name; others read as missing.</param>
/// <param name="eventProperties">Of the event at hand.</param>
/// <param name="triggerProperties">Of the event that made the enrollment.</param>
/// <param name="now">The time of the evaluation.</param>
/// <param name="zone">The workspace's zone, in which a date without a time begins.</param>
/// <param name="history">What the contact did before; null where no condition may ask.</param>
public sealed class ConditionContext(
    Contact contact,
    IReadOnlyDictionary<string, CustomField> customFields,
    RawJson? eventProperties,
    RawJson? triggerProperties,
    Instant now,
    DateTimeZone zone,
    EventHistory? history = null)
{
    private ConditionContext? _shared;
    private JsonElement? _contact;
    private JsonElement? _event;
    private JsonElement? _trigger;

    /// <summary>The properties of the event at hand, as they were sent.</summary>
    public RawJson? EventProperties => eventProperties;

    public Instant Now => now;

    public DateTimeZone Zone => zone;

    /// <summary>The contact as a JSON object of what it has.</summary>
    public JsonElement Contact => _contact ??= _shared?.Contact ?? ContactJson.Of(contact, customFields);

    public JsonElement Event => _event ??= _shared?.Event ?? Parse(eventProperties);

    // Most steps read the trigger event under both names: it is parsed once.
    public JsonElement Trigger => _trigger ??= ReferenceEquals(triggerProperties?.Text, eventProperties?.Text) ? Event : Parse(triggerProperties);

    /// <summary>What the contact did before, up to and including the event that is being decided.</summary>
    internal EventHistory History => history ?? EventHistory.Nothing;

    /// <summary>The same event and contact beside the event that made another enrollment: what both read is parsed once.</summary>
    /// <param name="triggerProperties">Of that event.</param>
    public ConditionContext BesideTrigger(RawJson? triggerProperties) =>
        new(contact, customFields, eventProperties, triggerProperties, now, zone, history) { _shared = this };

    /// <summary>The same with an earlier event at hand.</summary>
    internal ConditionContext About(EarlierEvent earlier) =>
        new(contact, customFields, null, null, now, zone) { _contact = Contact, _event = earlier.Json, _trigger = Trigger };

    /// <summary>What stands at a field; never throws.</summary>
    public FieldValue Read(FieldPath field)
    {
        var root = field.Root switch
        {
            FieldRoot.Contact => Contact,
            FieldRoot.Event => Event,
            FieldRoot.Trigger => Trigger,
            _ => throw new InvalidOperationException($"No field is read at {field.Root}."),
        };
        var isDate = field.Root == FieldRoot.Contact
            && customFields.TryGetValue(field.Path.Segments[0], out var declared)
            && declared.Type == CustomFieldType.Date;
        return new FieldValue(field.Path.Follow(root) ?? default, isDate);
    }

    // What was received is well-formed; should it not be, nothing stands in it.
    internal static JsonElement Parse(RawJson? json)
    {
        try
        {
            return json is { } some ? JsonElement.Parse(some.Text, new JsonDocumentOptions { MaxDepth = DotPath.MaxSegments }) : default;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException)
        {
            return default;
        }
    }
}
