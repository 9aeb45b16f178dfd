using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Conditions;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Events;
using Sendra.Domain.Liquid;

namespace Sendra.Application.Workflows;

/// <summary>Renders the event of a step: pure, so that a run and a test make the same. What is missing is null.</summary>
internal static class EventRendering
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ReceivedEvent.MaxPropertiesDepth };

    /// <param name="step">The step.</param>
    /// <param name="fields">What its fields read.</param>
    /// <param name="scope">What its texts see.</param>
    /// <param name="rendered">The event when the answer is true.</param>
    /// <param name="failure">Why there is none when the answer is false.</param>
    public static bool TryRender(
        SendEventStep step,
        ConditionContext fields,
        LiquidScope scope,
        [NotNullWhen(true)] out OutgoingEvent? rendered,
        [NotNullWhen(false)] out EffectResult.Failed? failure)
    {
        rendered = null;
        failure = null;
        var properties = new List<string>(step.Properties.Count);
        foreach (var (name, value) in step.Properties)
        {
            if (Read(value, fields, scope, out var json) is { } problem)
            {
                failure = new EffectResult.Failed(VisitCode.TextFailed, $"We couldn't render the property {name}: {problem}");
                return false;
            }

            properties.Add($"{JsonSerializer.Serialize(name)}:{json}");
        }

        RawJson? all = properties.Count == 0 ? null : new RawJson($"{{{string.Join(',', properties)}}}");
        if (!IsWithinBounds(all))
        {
            failure = new EffectResult.Failed(
                VisitCode.EventTooLarge,
                $"With these values, the properties are larger than {ReceivedEvent.MaxPropertiesBytes / 1024} KiB or deeper than {ReceivedEvent.MaxPropertiesDepth} levels.");
            return false;
        }

        rendered = EventName.TryParse(step.EventName, out var eventName, out _)
            ? new OutgoingEvent(eventName, all)
            : throw new InvalidOperationException($"Step {step.Id} sends an event without a valid name.");
        return true;
    }

    private static string? Read(StepValue value, ConditionContext fields, LiquidScope scope, out string json)
    {
        string? problem = null;
        json = "null";
        switch (value)
        {
            case StepValue.Literal literal:
                json = literal.Json.Text;
                break;
            case StepValue.Copied copied:
                json = fields.Read(copied.Field) is { Exists: true } stands ? stands.Json.GetRawText() : json;
                break;
            case StepValue.Rendered { Text: var text }:
                json = text.TryEvaluate(scope, out var made, out problem) ? made.GetRawText() : json;
                break;
            default:
                throw new InvalidOperationException($"No property is set to {value}.");
        }

        return problem;
    }

    private static bool IsWithinBounds(RawJson? properties)
    {
        if (properties is not { } json)
        {
            return true;
        }

        try
        {
            using var _ = JsonDocument.Parse(json.Text, Options);
            return Encoding.UTF8.GetByteCount(json.Text) <= ReceivedEvent.MaxPropertiesBytes;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
