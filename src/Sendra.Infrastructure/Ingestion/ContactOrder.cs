namespace Sendra.Infrastructure.Ingestion;

/// <summary>Who waits for each contact of a workspace, in order of arrival (E7).</summary>
internal sealed class ContactOrder
{
    private readonly Dictionary<string, LinkedList<PendingRequest>> _waiting = new(StringComparer.Ordinal);

    public bool IsNext(string contact, PendingRequest pending) => _waiting.TryGetValue(contact, out var list) && list.First!.Value == pending;

    /// <summary>Lines a request up behind all others of its contacts.</summary>
    public void Join(PendingRequest pending)
    {
        for (var index = 0; index < pending.Events.Count; index++)
        {
            if (pending.IsLastOfContact(index))
            {
                ListOf(pending.ContactOf(index)).AddLast(pending);
            }
        }
    }

    /// <summary>Lets the next ones of these events' contacts come forward, except where the request has later events of the same.</summary>
    public void Leave(PendingRequest pending, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            var contact = pending.ContactOf(index);
            if (pending.IsLastOfContact(index) && _waiting.TryGetValue(contact, out var list))
            {
                list.Remove(pending);
                if (list.Count == 0)
                {
                    _waiting.Remove(contact);
                }
            }
        }
    }

    /// <summary>Takes <see cref="Leave"/> back: they are still the first.</summary>
    public void Return(PendingRequest pending, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (pending.IsLastOfContact(index))
            {
                ListOf(pending.ContactOf(index)).AddFirst(pending);
            }
        }
    }

    private LinkedList<PendingRequest> ListOf(string contact)
    {
        if (!_waiting.TryGetValue(contact, out var list))
        {
            _waiting.Add(contact, list = []);
        }

        return list;
    }
}
