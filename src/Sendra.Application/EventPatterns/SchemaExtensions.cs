using FluentValidation;
using FluentValidation.Results;
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
}
