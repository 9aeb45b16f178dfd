using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>What the schemas of the workspace reject, for those who say beforehand what an event would do.</summary>
internal static class SchemaRefusals
{
    /// <summary>Why an event would be rejected, as sentences; null when it would not be.</summary>
    public static async Task<string?> RejectionOfAsync(
        this IRepository<EventPattern> patterns, string eventName, RawJson? properties, CancellationToken cancellationToken)
    {
        var known = await patterns.ListAsync(EventPatternSpec.Named(eventName), cancellationToken);
        return known is [{ Enforcement: Enforcement.Reject } pattern] && pattern.Schema.Check(properties) is { Count: > 0 } violations
            ? string.Join(' ', violations.Select(violation => violation.Message))
            : null;
    }
}
