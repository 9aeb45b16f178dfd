using FluentValidation;
using FluentValidation.Results;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

internal static class SchemaExtensions
{
    /// <summary>The schema that was written; null when none was.</summary>
    /// <exception cref="ValidationException">All that is wrong with it, by field.</exception>
    public static EventSchema? ReadSchema(this IReadOnlyList<SchemaPropertyText?>? properties) =>
        properties is null ? null
        : EventSchema.TryCreate(properties, out var schema, out var problems) ? schema
        : throw new ValidationException(problems.Select(problem => new ValidationFailure(problem.Path, problem.Message)));

    /// <summary>Makes sure that one more schema may be enforced: ingestion holds all of them in memory.</summary>
    /// <exception cref="ConflictException"><c>tooManySchemas</c>.</exception>
    public static async Task EnsureSchemasFitAsync(this IRepository<EventPattern> patterns, CancellationToken cancellationToken)
    {
        if (await patterns.CountAsync(EventPatternSpec.Enforced(), cancellationToken) >= EventPattern.MaxEnforced)
        {
            throw new ConflictException("tooManySchemas", $"A workspace enforces at most {EventPattern.MaxEnforced} schemas. Set the enforcement of another pattern to none first.");
        }
    }
}
