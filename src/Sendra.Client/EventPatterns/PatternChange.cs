using System.Text.Json.Serialization;
using Sendra.Client.Common;

namespace Sendra.Client.EventPatterns;

/// <summary>What changes about a declared name. What is left out stays as it is; so does the name, since events carry it.</summary>
public sealed record PatternChange
{
    /// <summary>What the event means, at most 500 characters; null for no description.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<string?> Description { get; init; }

    /// <summary>
    /// What the events' properties must be: the whole schema, at most 100 properties and 32 KiB. Properties that it does not name may be
    /// anything; <c>[]</c> asks nothing.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<IReadOnlyList<PatternPropertyDefinition>> Properties { get; init; }

    /// <summary>What happens to an event that does not fit its pattern's schema.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Optional<Enforcement> Enforcement { get; init; }
}
