using Sendra.Domain.Common;

namespace Sendra.Application.EventPatterns;

internal static class EventPatternCatalogExtensions
{
    /// <summary>One pattern as it is answered.</summary>
    /// <exception cref="NotFoundException">There is none in this workspace (W4).</exception>
    public static async Task<PatternResult> GetAsync(this IEventPatternCatalog catalog, EventPatternId id, CancellationToken cancellationToken) =>
        await catalog.FindAsync(id, cancellationToken) ?? throw new NotFoundException("eventPattern");
}
