namespace Sendra.Application.Ingestion;

/// <summary>The only way for events into Sendra: API, batch, webhook, replay and dry run (load, decide, save).</summary>
public interface IEventIngestor
{
    /// <summary>True if there is room for this many events of a workspace now. Asked before reading a long body for nothing.</summary>
    bool HasRoomFor(WorkspaceId workspaceId, int events);

    /// <summary>
    /// Processes events. The answer comes after the durable commit (E6). Once a commit may have started, the wait can't be
    /// cancelled, so that nobody is told "no" about something that then happens.
    /// </summary>
    /// <param name="request">The events.</param>
    /// <exception cref="IngestionUnavailableException">
    /// The queue is full or the database can't be reached. Nothing happened, unless its message says that it may have: the
    /// database went away during the commit and stayed away.
    /// </exception>
    /// <exception cref="IdempotencyKeyReusedException">The key was used with another request before.</exception>
    /// <exception cref="Domain.Common.DomainException">See <see cref="IReadByRules"/>.</exception>
    /// <exception cref="DeliveryNotSkippedException">See <see cref="ReplayedDelivery"/>.</exception>
    Task<IngestionAnswer> IngestAsync(IngestionRequest request, CancellationToken cancellationToken);
}
