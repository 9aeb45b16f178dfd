using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Finds the source of a URL, in any workspace.</summary>
public interface IEventSourceDirectory
{
    /// <summary>The source that has this token, or null.</summary>
    /// <param name="current">
    /// True to find it as it is now. Otherwise it can be as old as this node's last read, which ingestion detects.
    /// </param>
    /// <exception cref="IngestionUnavailableException">The database can't be reached.</exception>
    ValueTask<FoundSource?> FindAsync(WebhookToken token, bool current, CancellationToken cancellationToken);
}
