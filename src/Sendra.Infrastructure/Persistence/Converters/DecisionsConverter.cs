using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Sendra.Domain.Events;

namespace Sendra.Infrastructure.Persistence.Converters;

/// <summary>An event's decisions as a JSON array; null when there is none, which is most of a quiet log.</summary>
internal sealed partial class DecisionsConverter() : ValueConverter<IReadOnlyList<Decision>, string?>(
    decisions => Write(decisions), text => Read(text))
{
    public static readonly ValueComparer<IReadOnlyList<Decision>> Comparer = new(
        (left, right) => left!.SequenceEqual(right!),
        decisions => decisions.Count,
        decisions => decisions);

    public static string? Write(IReadOnlyList<Decision> decisions) => decisions.Count == 0
        ? null
        : JsonSerializer.Serialize([.. decisions.Select(Stored.From)], DecisionsJson.Default.StoredArray);

    public static IReadOnlyList<Decision> Read(string? text) => text is null
        ? []
        : [.. JsonSerializer.Deserialize(text, DecisionsJson.Default.StoredArray)!.Select(stored => stored.ToDecision())];

    // Short names: this stands in every row of the log.
    internal sealed record Stored(
        [property: JsonPropertyName("a")] Guid AutomationId,
        [property: JsonPropertyName("r")] int Reason,
        [property: JsonPropertyName("e")] Guid? EnrollmentId,
        [property: JsonPropertyName("s")] int? Step,
        [property: JsonPropertyName("d")] string? Detail = null,
        [property: JsonPropertyName("i")] string? StepId = null)
    {
        public static Stored From(Decision decision) =>
            new(decision.AutomationId.Value, (int)decision.Reason, decision.EnrollmentId?.Value, decision.Step, decision.Detail, decision.StepId);

        public Decision ToDecision() => new(
            new AutomationId(AutomationId), (DecisionReason)Reason, EnrollmentId is { } enrollment ? new EnrollmentId(enrollment) : null, Step, Detail, StepId);
    }

    [JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(Stored[]))]
    private sealed partial class DecisionsJson : JsonSerializerContext;
}
