using MediatR;
using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>Many events in one call, with the same effect as one by one in order (E11).</summary>
/// <param name="Items">1 to <see cref="MaxEvents"/> events. A bad one doesn't stop the others.</param>
/// <param name="Key">The key that identifies a repeated call (E8).</param>
public sealed record SendEventBatchCommand(IReadOnlyList<BatchItem> Items, IdempotencyKey? Key = null)
    : IRequest<SendEventBatchResult>
{
    /// <summary>The most events in one call.</summary>
    public const int MaxEvents = 1_000;
}
