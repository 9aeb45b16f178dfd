using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>What a pattern asks of a property at the top of its events' eventProperties.</summary>
/// <param name="Name">The property's name.</param>
/// <param name="Type">What it must be.</param>
/// <param name="Required">Whether an event must have it.</param>
/// <param name="Allowed">The values that it may have; null for any.</param>
public sealed record PatternProperty(string Name, SchemaType Type, bool Required, IReadOnlyList<RawJson>? Allowed)
{
    public static PatternProperty From(SchemaProperty property) => new(property.Name, property.Type, property.Required, property.Allowed);
}
