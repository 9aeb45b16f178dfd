using Sendra.Domain.Common;

namespace Sendra.Application.Ingestion;

/// <summary>The events of one call need more decisions than a call can make (W8). 413.</summary>
public sealed class BatchTooLargeException : DomainException
{
    /// <summary>How many decisions one call can make: each event asks every automation that listens for it.</summary>
    public const int MaxDecisions = 15_000;

    private BatchTooLargeException(int events, int decisions)
        : base(
            "batchTooLarge",
            $"These {events} events make {decisions} decisions, one for each automation that listens for an event. "
            + $"A call can make {MaxDecisions}: send about {Math.Max(1, (int)((long)events * MaxDecisions / decisions))} events at a time.")
    {
    }

    /// <summary>Checks that a call isn't too large. A delivery never is, because its sender can't send less.</summary>
    /// <param name="request">The whole call.</param>
    /// <param name="rules">Its workspace's rules.</param>
    /// <exception cref="BatchTooLargeException">It is.</exception>
    public static void ThrowIfTooLarge(IngestionRequest request, WorkspaceRules rules)
    {
        var decisions = request.Events.Sum(incoming => rules.ListeningTo(incoming.Name.Value).Count);
        if (request.Delivery is null && decisions > MaxDecisions)
        {
            throw new BatchTooLargeException(request.Events.Count, decisions);
        }
    }
}
