namespace Sendra.Application.Ingestion;

/// <summary>The one way of an event into Sendra: API, batch, webhook, replay and dry run (load, decide, save).</summary>
public interface IEventIngestor
{
    /// <summary>True when so many events of a workspace would be taken in now: asked before a long body is read for nothing.</summary>
    bool HasRoomFor(WorkspaceId workspaceId, int events);

    /// <summary>
    /// Lets events take effect. The answer comes after the durable commit (E6). Once a commit may be under way the
    /// wait can't be ended any more, so that nobody is told "no" about what then happens.
    /// </summary>
    /// <param name="request">The events.</param>
    /// <exception cref="IngestionUnavailableException">
    /// The queue is full or the database can't be reached. Nothing happened, unless its message says that it may have: the
    /// database went away during the commit and stayed away.
    /// </exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another request before.</exception>
    /// <exception cref="Domain.Common.DomainException">See <see cref="IReadByRules"/>.</exception>
    /// <exception cref="DeliveryNotSkippedException">See <see cref="ReplayedDelivery"/>.</exception>
    Task<IngestionAnswer> IngestAsync(IngestionRequest request, CancellationToken cancellationToken);
}
