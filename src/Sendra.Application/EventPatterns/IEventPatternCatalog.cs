using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

/// <summary>What the current workspace knows about event names, to be read.</summary>
public interface IEventPatternCatalog
{
    /// <summary>A part of the declared names, in ordinal order.</summary>
    /// <param name="query">Only names that contain this text, in any case, or null.</param>
    /// <param name="paging">Which part.</param>
    Task<Page<PatternResult>> ListAsync(string? query, Paging paging, CancellationToken cancellationToken);

    /// <summary>One declared name, or null.</summary>
    Task<PatternResult?> FindAsync(EventPatternId id, CancellationToken cancellationToken);

    /// <summary>The properties of the newest events of a name, one by one.</summary>
    IAsyncEnumerable<RawJson?> NewestPropertiesAsync(string eventName, int count, CancellationToken cancellationToken);

    /// <summary>A part of the names that were received but are not declared, in ordinal order (P3).</summary>
    /// <param name="paging">Which part.</param>
    Task<Page<UndeclaredName>> ListUndeclaredAsync(Paging paging, CancellationToken cancellationToken);

    /// <summary>All names that were received but are not declared, in ordinal order.</summary>
    Task<IReadOnlyList<string>> AllUndeclaredAsync(CancellationToken cancellationToken);

    /// <summary>What is probably not meant about the workspace's names.</summary>
    /// <param name="maxNames">How many names, and types of properties, are looked at.</param>
    Task<IReadOnlyList<CatalogFinding>> ReviewAsync(int maxNames, CancellationToken cancellationToken);
}
