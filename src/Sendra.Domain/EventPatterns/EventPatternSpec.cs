using Ardalis.Specification;

namespace Sendra.Domain.EventPatterns;

/// <summary>Which event patterns to read.</summary>
public sealed class EventPatternSpec : Specification<EventPattern>
{
    private EventPatternSpec()
    {
    }

    public static EventPatternSpec All() => new();

    public static EventPatternSpec ById(EventPatternId id)
    {
        var spec = new EventPatternSpec();
        spec.Query.Where(pattern => pattern.Id == id);
        return spec;
    }

    /// <summary>Those that declare one of some names.</summary>
    /// <param name="names">The names. Case-sensitive.</param>
    public static EventPatternSpec Named(params IReadOnlyCollection<string> names)
    {
        var spec = new EventPatternSpec();
        spec.Query.Where(pattern => names.Contains(pattern.Name));
        return spec;
    }
}
