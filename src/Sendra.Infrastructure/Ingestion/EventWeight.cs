using Sendra.Application.Ingestion;
using Sendra.Domain.Automations;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What it takes to commit an event: 1 for a small one that nobody listens to.</summary>
internal static class EventWeight
{
    /// <summary>Large events count as several, so that what waits has a limit in bytes too (80 MB of 20,000 events).</summary>
    private const int BytesOfAnEvent = 4_096;

    /// <summary>So many automations that listen cost about as much as the event itself.</summary>
    private const int ListenersOfAnEvent = 4;

    /// <summary>So many rows of the contact's past cost about as much as the event itself.</summary>
    private const int PastEventsOfAnEvent = 256;

    /// <summary>What an event takes of a commit.</summary>
    /// <param name="incoming">The event.</param>
    /// <param name="isBulk">Whether it came in bulk. While the node does not know the rules yet, many may listen to it.</param>
    /// <param name="rules">Its workspace's rules, or null.</param>
    public static int Of(IncomingEvent incoming, bool isBulk, WorkspaceRules? rules) =>
        Of(incoming, rules?.ListeningTo(incoming.Name.Value).Count ?? (isBulk ? Listening.MaxListening : 0))
        + ((rules?.HistoryFor(incoming.Name.Value).Sum(needed => needed.Most) ?? 0) / PastEventsOfAnEvent);

    /// <summary>
    /// How many places a request takes while it waits. A delivery is not weighed by what it causes: its sender does not know, and can't send
    /// less.
    /// </summary>
    public static int Of(IngestionRequest request, WorkspaceRules? rules) => request.Delivery is { } delivery
        ? Math.Max(1, request.Events.Count) + ((delivery.Size + request.Events.Sum(incoming => incoming.Size)) / BytesOfAnEvent)
        : Math.Max(1, request.Events.Sum(incoming => Of(incoming, isBulk: false, rules)));

    private static int Of(IncomingEvent incoming, int listeners) => 1 + (listeners / ListenersOfAnEvent) + (incoming.Size / BytesOfAnEvent);
}
