using Sendra.Application.Common;
using Sendra.Application.EventPatterns.EditPattern;
using Sendra.Domain.EventPatterns;

namespace Sendra.WebApi.Contracts.EventPatterns;

/// <summary>What changes about a declared name. What is left out stays as it is; so does the name, since events carry it.</summary>
public sealed record EditPatternRequest
{
    private readonly Change<string?>? _description;

    /// <summary>What the event means, at most 500 characters; null for no description.</summary>
    /// <example>A visitor created an account.</example>
    public string? Description
    {
        get => _description?.To;
        init => _description = new(value);
    }

    /// <summary>What the events' properties must be: the whole schema, at most 100 properties and 32 KiB. Properties that it does not name may be anything; `[]` asks nothing.</summary>
    public IReadOnlyList<PatternPropertyRequest?>? Properties { get; init; }

    /// <summary>
    /// What happens to an event that does not fit: `none`; `warn`, it counts, and the answer's `warnings` name each property;
    /// `reject`, it is refused with 422 `schemaViolated`, in a batch by itself, and a delivery is skipped.
    /// </summary>
    /// <example>reject</example>
    public Enforcement? Enforcement { get; init; }

    internal EditPatternCommand ToCommand(EventPatternId id) =>
        new(id, _description, Properties is null ? null : [.. Properties.Select(property => property?.ToText())], Enforcement);
}
