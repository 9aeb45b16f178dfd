using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>What waits of one workspace: what was sent by itself goes before the next portion of what came in bulk.</summary>
internal sealed class WorkspaceLine(WorkspaceId workspaceId, QueuePlaces places)
{
    /// <summary>What a workspace may take before the next one's turn comes.</summary>
    private const int Quantum = 32;

    // So many requests are passed over at most to find others: a long line is not to be read whole for each batch.
    private const int MaxPassedOver = 256;

    private readonly LinkedList<PendingRequest> _single = [];
    private readonly LinkedList<PendingRequest> _bulk = [];
    private readonly ContactOrder _order = new();
    private int _credit;

    public WorkspaceId WorkspaceId => workspaceId;

    /// <summary>How many places it takes.</summary>
    public int Size { get; private set; }

    /// <summary>The time stamp of the request that came first; null when none waits.</summary>
    public long? FirstSince => (_single.First?.Value.EnqueuedAt, _bulk.First?.Value.EnqueuedAt) switch
    {
        ({ } single, { } bulk) => Math.Min(single, bulk),
        var (single, bulk) => single ?? bulk,
    };

    public bool IsEmpty => _single.Count == 0 && _bulk.Count == 0;

    public void Add(PendingRequest pending)
    {
        pending.Node = (pending.IsBulk ? _bulk : _single).AddLast(pending);
        _order.Join(pending);
        Resize(pending.Size);
    }

    /// <summary>The turn has come: what it takes now, it may not take next time. Who took too much waits.</summary>
    /// <param name="room">How much fits into the commit.</param>
    /// <param name="bulk">How much of that may be bulk.</param>
    /// <returns>True when it was not its turn after all, or something was taken.</returns>
    public bool TakeTurn(TakenRequests taken, IReadOnlyList<TakenRequests> others, WorkspaceRules? rules, ref int room, ref int bulk)
    {
        _credit = Math.Min(_credit + Quantum, Quantum);
        if (_credit <= 0)
        {
            return true;
        }

        var before = room;
        TakeFrom(_single, taken, others, rules, Math.Min(_credit, room), ref room);
        var singles = before - room;
        TakeFrom(_bulk, taken, others, rules, Math.Min(_credit - singles, Math.Min(room, bulk)), ref room);
        _credit -= before - room;
        bulk -= before - room - singles;
        return room < before;
    }

    public bool CanDrop(bool singlesToo) => NewestOf(_bulk) is not null || (singlesToo && NewestOf(_single) is not null);

    /// <summary>Removes the newest request of which nothing is done: one in bulk if there is one.</summary>
    public PendingRequest DropNewest(bool singlesToo)
    {
        var dropped = NewestOf(_bulk) ?? (singlesToo ? NewestOf(_single) : null) ?? throw new InvalidOperationException("There is nothing to drop.");
        Remove(dropped, 0);
        return dropped;
    }

    /// <summary>A writer is done with a portion: the rest waits on, in its place.</summary>
    public void Return(PendingRequest pending)
    {
        pending.At = null;
        if (pending.IsOver)
        {
            Remove(pending, pending.End);
            return;
        }

        // Where an earlier call with the same key got in one portion.
        if (pending.Done > pending.End)
        {
            _order.Leave(pending, pending.End, pending.Done);
        }
        else
        {
            _order.Return(pending, pending.Done, pending.End);
            if (pending.End == pending.Events.Count)
            {
                pending.Node = _bulk.AddFirst(pending);
                Resize(pending.Size);
            }
        }

        pending.End = pending.Done;
    }

    private void TakeFrom(
        LinkedList<PendingRequest> list, TakenRequests taken, IReadOnlyList<TakenRequests> others, WorkspaceRules? rules, int most, ref int room)
    {
        var passedOver = 0;
        for (var node = list.First; node is not null && most > 0 && passedOver < MaxPassedOver;)
        {
            var (pending, next) = (node.Value, node.Next);
            var weight = pending.At is null || pending.At == taken ? TakeFrom(pending, taken, others, rules, most) : 0;
            most -= weight;
            room -= weight;
            if (weight == 0)
            {
                passedOver++;
            }
            else if (pending.End == pending.Events.Count)
            {
                list.Remove(node);
                Resize(-pending.Size);
            }

            node = next;
        }
    }

    // About as much as it may, and one event at least; returns how much.
    private int TakeFrom(PendingRequest pending, TakenRequests taken, IReadOnlyList<TakenRequests> others, WorkspaceRules? rules, int most)
    {
        var weight = pending.Events.Count == 0 ? 1 : 0;
        if (pending.IsWhole)
        {
            // All or nothing: what it takes too much of now, its workspace waits for later.
            most = MayTakeAll(pending, taken, others) ? int.MaxValue : 0;
        }

        while (weight < most && pending.End < pending.Events.Count && (pending.IsWhole || MayTake(pending, pending.End, taken, others)))
        {
            weight += EventWeight.Of(pending.Events[pending.End], pending.IsBulk, rules);
            taken.Hold(pending, pending.ContactsOf(pending.End));
            _order.Leave(pending, pending.End, pending.End + 1);
            pending.End++;
        }

        if (weight > 0 && pending.At is null)
        {
            pending.At = taken;
            taken.Requests.Add(pending);
        }

        return weight;
    }

    private bool MayTakeAll(PendingRequest pending, TakenRequests taken, IReadOnlyList<TakenRequests> others)
    {
        for (var index = 0; index < pending.Events.Count; index++)
        {
            if (!MayTake(pending, index, taken, others))
            {
                return false;
            }
        }

        return true;
    }

    // Nobody waits longer for the event's contact, and nobody works on it; but what this very batch decides before, for sure, is no hindrance.
    private bool MayTake(PendingRequest pending, int index, TakenRequests taken, IReadOnlyList<TakenRequests> others)
    {
        foreach (var contact in pending.ContactsOf(index))
        {
            if (!MayTake(pending, contact, taken, others))
            {
                return false;
            }
        }

        return true;
    }

    private bool MayTake(PendingRequest pending, string contact, TakenRequests taken, IReadOnlyList<TakenRequests> others)
    {
        if (!_order.IsNext(contact, pending))
        {
            return false;
        }

        foreach (var other in others)
        {
            if (other.HolderOf(workspaceId, contact) is not null)
            {
                return false;
            }
        }

        return taken.HolderOf(workspaceId, contact) is not { } holder || holder == pending || (pending.At is null && !holder.MayFallShort);
    }

    private static PendingRequest? NewestOf(LinkedList<PendingRequest> list)
    {
        for (var node = list.Last; node is not null; node = node.Previous)
        {
            if (node.Value is { At: null, MayBeStored: false })
            {
                return node.Value;
            }
        }

        return null;
    }

    private void Remove(PendingRequest pending, int from)
    {
        _order.Leave(pending, from, pending.Events.Count);
        if (pending.Node is { List: { } list } node)
        {
            list.Remove(node);
            Resize(-pending.Size);
        }
    }

    private void Resize(int by)
    {
        Size += by;
        places.Add(by);
    }
}
