using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Automations.Steps;

/// <summary>What a step gives a property, of a contact or an event: a JSON value as it stands, a Liquid text, or what stands at a field.</summary>
public abstract record StepValue
{
    private StepValue()
    {
    }

    /// <summary>True if it may read the event that made the run. What a text reads is known once it is rendered.</summary>
    internal bool ReadsTrigger => this is Rendered or Copied { Field.Root: FieldRoot.Trigger };

    internal static StepValue? Read(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                return ReadField(json, path, problems);
            case JsonValueKind.Array:
                problems.Add(new DefinitionProblem(path, $"{path} must be text, a number, true, false, null or {{ \"field\": … }}."));
                return null;
            case JsonValueKind.String when json.GetString() is { } text && LiquidText.IsLiquid(text):
                if (LiquidText.TryParse(text, out var liquid, out var problem))
                {
                    return new Rendered(liquid);
                }

                problems.Add(new DefinitionProblem(path, $"{path} {problem}."));
                return null;
            default:
                return new Literal(new RawJson(json.GetRawText()));
        }
    }

    private static Copied? ReadField(JsonElement json, string path, ICollection<DefinitionProblem> problems)
    {
        var reader = DefinitionReader.Open(json, path, problems)!;
        var field = reader.Field("field");
        reader.Close();
        return field is null ? null : new Copied(field);
    }

    /// <summary>A JSON scalar; <c>null</c> clears a property of a contact.</summary>
    public sealed record Literal(RawJson Json) : StepValue;

    public sealed record Rendered(LiquidText Text) : StepValue;

    /// <summary>What stands at a field, with its JSON type.</summary>
    public sealed record Copied(FieldPath Field) : StepValue;
}
