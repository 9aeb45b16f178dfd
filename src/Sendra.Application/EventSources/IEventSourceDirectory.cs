using Sendra.Application.Ingestion;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Finds the source behind a URL, in whichever workspace.</summary>
public interface IEventSourceDirectory
{
    /// <summary>The source that has this token, or null.</summary>
    /// <param name="current">
    /// True to find it as it is now; otherwise it may be as old as the last time that this node read it, which ingestion notices.
    /// </param>
    /// <exception cref="IngestionUnavailableException">The database can't be reached.</exception>
    ValueTask<FoundSource?> FindAsync(WebhookToken token, bool current, CancellationToken cancellationToken);
}
