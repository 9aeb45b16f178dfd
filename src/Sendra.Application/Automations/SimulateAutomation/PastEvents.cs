using System.Runtime.CompilerServices;
using Sendra.Application.Common;

namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>
/// The events of several names as one history, oldest first. Each name is read from its index, page by page, and the pages
/// are merged here: no row is read twice, and no query is long.
/// </summary>
/// <param name="first">The smallest id that counts.</param>
/// <param name="end">The smallest id that no longer counts.</param>
/// <param name="work">Where each page is read.</param>
/// <param name="workspaceId">Whose turn it is.</param>
internal sealed class PastEvents(
    IAutomationHistory history, IReadOnlyCollection<string> names, EventId first, EventId end, LongWork work, WorkspaceId workspaceId)
{
    private const int PageSize = 1_000;

    /// <summary>Parts of the history, in order; each is read when it is asked for.</summary>
    public async IAsyncEnumerable<IReadOnlyList<(string Name, PastEvent Event)>> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var next = new PriorityQueue<(string Name, IReadOnlyList<PastEvent> Page, int At), EventId>();
        foreach (var name in names)
        {
            await TurnAsync(name, null);
        }

        var merged = new List<(string, PastEvent)>(PageSize);
        while (next.TryDequeue(out var head, out _))
        {
            merged.Add((head.Name, head.Page[head.At]));
            if (head.At + 1 < head.Page.Count)
            {
                next.Enqueue(head with { At = head.At + 1 }, head.Page[head.At + 1].Id);
            }
            else if (head.Page.Count == PageSize)
            {
                await TurnAsync(head.Name, head.Page[^1].Id);
            }

            if (merged.Count == PageSize || next.Count == 0)
            {
                yield return merged;
                merged = new List<(string, PastEvent)>(PageSize);
            }
        }

        async Task TurnAsync(string name, EventId? after)
        {
            var page = await work.RunAsync(workspaceId, () => history.ReadAsync(name, after, first, end, PageSize, cancellationToken), cancellationToken);
            if (page.Count > 0)
            {
                next.Enqueue((name, page, 0), page[0].Id);
            }
        }
    }
}
