using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Sends an event of the run's contact, which then does what any event does.</summary>
public sealed record SendEventStep : Step
{
    public const string TypeName = "sendEvent";

    /// <summary>The most properties of such an event.</summary>
    public const int MaxProperties = 50;

    /// <summary>The greatest length of a property's name, in characters.</summary>
    public const int MaxPropertyNameLength = 255;

    private SendEventStep(StepHead head, EventName eventName, IReadOnlyList<EventProperty> properties, StepId? next)
        : base(head.Id, head.Name)
    {
        EventName = eventName.Value;
        Properties = properties;
        Next = next;
        Exits = [new StepExit("next", next)];
    }

    /// <summary>The name of the event that it sends.</summary>
    public string EventName { get; }

    /// <summary>In the order in which they are written; each name once.</summary>
    public IReadOnlyList<EventProperty> Properties { get; }

    /// <summary>Where runs go on; null when they complete.</summary>
    public StepId? Next { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override bool ReadsTrigger => Properties.Any(property => property.Value.ReadsTrigger);

    public override bool ReachesOut => true;

    internal static SendEventStep? Read(StepHead head, DefinitionReader reader)
    {
        var name = reader.EventName("eventName");
        var properties = reader.Optional("properties") is { } json ? ReadProperties(json, reader) : [];
        var next = reader.Step("next");
        return name is null ? null : new SendEventStep(head, name, properties, next);
    }

    private static EventProperty[] ReadProperties(JsonElement properties, DefinitionReader reader)
    {
        if (properties.ValueKind != JsonValueKind.Object || properties.GetPropertyCount() > MaxProperties)
        {
            reader.Refuse("properties", $"must be a JSON object with at most {MaxProperties} properties");
            return [];
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        return [.. properties.EnumerateObject().Select(property => ReadProperty(property, seen, reader)).OfType<EventProperty>()];
    }

    private static EventProperty? ReadProperty(JsonProperty property, HashSet<string> seen, DefinitionReader reader)
    {
        var field = $"properties.{property.Name}";
        var problem = property.Name.Length is 0 or > MaxPropertyNameLength ? $"must have a name of 1 to {MaxPropertyNameLength} characters"
            : Text.HasLoneSurrogate(property.Name) ? "must have a name that is valid Unicode"
            : !seen.Add(property.Name) ? "is there twice"
            : null;
        if (problem is not null)
        {
            reader.Refuse(field, problem);
            return null;
        }

        return StepValue.Read(property.Value, reader.At(field), reader.Problems) is { } value ? new EventProperty(property.Name, value) : null;
    }
}
