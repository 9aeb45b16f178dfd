using System.Text.Json;
using Sendra.Domain.Contacts;

namespace Sendra.Domain.Automations.Steps;

/// <summary>Sets properties of the contact, as <c>contactProperties</c> of an event would.</summary>
public sealed record UpdateContactStep : Step
{
    public const string TypeName = "updateContact";

    /// <summary>The most properties that one step sets.</summary>
    public const int MaxProperties = 50;

    private UpdateContactStep(StepHead head, IReadOnlyList<ContactChange> set, StepId? next)
        : base(head.Id, head.Name)
    {
        Set = set;
        Next = next;
        Exits = [new StepExit("next", next)];
    }

    /// <summary>What is set, in the order in which it is written.</summary>
    public IReadOnlyList<ContactChange> Set { get; }

    /// <summary>Where runs go on; null when they complete.</summary>
    public StepId? Next { get; }

    public override string Type => TypeName;

    public override IReadOnlyList<StepExit> Exits { get; }

    public override bool ReadsTrigger => Set.Any(change => change.Value.ReadsTrigger);

    internal static UpdateContactStep Read(StepHead head, DefinitionReader reader) =>
        new(head, reader.Required("set") is { } set ? ReadSet(set, reader) : [], reader.Step("next"));

    private static ContactChange[] ReadSet(JsonElement set, DefinitionReader reader)
    {
        if (set.ValueKind != JsonValueKind.Object || set.GetPropertyCount() is 0 or > MaxProperties)
        {
            reader.Refuse("set", $"must be a JSON object with 1 to {MaxProperties} contact properties");
            return [];
        }

        return [.. set.EnumerateObject().Select(property => ReadChange(property, reader)).OfType<ContactChange>()];
    }

    private static ContactChange? ReadChange(JsonProperty property, DefinitionReader reader)
    {
        var field = $"set.{property.Name}";
        if (property.Name.Length is 0 or > CustomField.MaxNameLength)
        {
            reader.Refuse(field, $"must be a contact property, whose name has 1 to {CustomField.MaxNameLength} characters");
            return null;
        }

        var value = StepValue.Read(property.Value, reader.At(field), reader.Problems);
        return value is null ? null : new ContactChange(property.Name, value);
    }
}
