using Sendra.Domain.Common;

namespace Sendra.Application.EventPatterns;

internal static class EventPatternCatalogExtensions
{
    /// <summary>One pattern as the API returns it.</summary>
    /// <exception cref="NotFoundException">The workspace has none (W4).</exception>
    public static async Task<PatternResult> GetAsync(this IEventPatternCatalog catalog, EventPatternId id, CancellationToken cancellationToken) =>
        await catalog.FindAsync(id, cancellationToken) ?? throw new NotFoundException("eventPattern");
}
