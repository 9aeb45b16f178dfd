using MediatR;
using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEventBatch;

/// <summary>Many events in one call, with the same effect as one by one in their order (E11).</summary>
/// <param name="Items">1 to <see cref="MaxEvents"/> events; a bad one stops no other.</param>
/// <param name="Key">What makes a repeated call the same one (E8).</param>
public sealed record SendEventBatchCommand(IReadOnlyList<BatchItem> Items, IdempotencyKey? Key = null)
    : IRequest<SendEventBatchResult>
{
    /// <summary>The most events in one call.</summary>
    public const int MaxEvents = 1_000;
}
