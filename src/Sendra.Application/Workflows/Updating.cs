using System.Text.Json;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Workflows;

/// <summary>Sets properties of the contact as <c>contactProperties</c> would: what can't be set doesn't change and is reported (E4).</summary>
internal static class Updating
{
    private const int MaxExcerpt = 80;

    internal static StepWork At(UpdateContactStep step, WalkContext context)
    {
        var values = new List<string>();
        var skipped = new List<(VisitCode Code, string Message)>();
        foreach (var (property, value) in step.Set)
        {
            if (Read(value, context, out var json) is { } why)
            {
                skipped.Add((why.Code, $"{property} was left unchanged: {why.Message}"));
            }
            else
            {
                values.Add($"{JsonSerializer.Serialize(property)}:{json}");
            }
        }

        var patch = context.Update(new RawJson($"{{{string.Join(',', values)}}}"));
        skipped.AddRange(patch.Warnings.Select(warning => (CodeOf(warning), warning.Message)));
        return skipped.Count == 0
            ? new StepWork.Leaving(step.Next)
            : new StepWork.Leaving(step.Next, Code: skipped[0].Code, Detail: string.Join(' ', skipped.Select(each => each.Message)));
    }

    /// <summary>Reads what to set, or says why there is nothing to set.</summary>
    private static (VisitCode Code, string Message)? Read(StepValue value, WalkContext context, out string json)
    {
        json = "";
        switch (value)
        {
            case StepValue.Literal literal:
                json = literal.Json.Text;
                return null;
            case StepValue.Copied copied:
                var stands = context.Fields.Read(copied.Field);
                json = stands.Exists ? stands.Json.GetRawText() : "";
                return stands.Exists ? null : (VisitCode.ValueMissing, $"{copied.Field} is {stands}.");
            case StepValue.Rendered { Text: var text }:
                var isMade = text.TryEvaluate(context.Scope, out var made, out var problem);
                json = isMade ? made.GetRawText() : "";
                return !isMade ? (VisitCode.TextFailed, problem!)
                    : made.ValueKind == JsonValueKind.Null ? (VisitCode.ValueMissing, $"{Text.Truncate(text.Text, MaxExcerpt)} has no value.")
                    : null;
            default:
                throw new InvalidOperationException($"No property is set to {value}.");
        }
    }

    private static VisitCode CodeOf(ContactWarning warning) => warning.Code switch
    {
        "undeclared" => VisitCode.Undeclared,
        _ => VisitCode.InvalidValue,
    };
}
