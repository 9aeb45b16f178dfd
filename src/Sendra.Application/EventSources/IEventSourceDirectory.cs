using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>Finds the source behind a URL, in whichever workspace.</summary>
public interface IEventSourceDirectory
{
    /// <summary>The source that has this token, or null.</summary>
    /// <param name="token">The token.</param>
    /// <param name="reread">
    /// True to read it from the database; otherwise it may be as old as the last time that this node did, which
    /// ingestion notices.
    /// </param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="Ingestion.IngestionUnavailableException">The database can't be reached.</exception>
    ValueTask<KnownSource?> FindAsync(WebhookToken token, bool reread, CancellationToken cancellationToken);
}
