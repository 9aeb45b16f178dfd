namespace Sendra.Infrastructure.Ingestion;

/// <summary>Who waits for each contact of a workspace, in order of arrival (E7).</summary>
internal sealed class ContactOrder
{
    private readonly Dictionary<string, LinkedList<PendingRequest>> _waiting = new(StringComparer.Ordinal);

    /// <param name="contact">One of <see cref="OrderKeys"/>.</param>
    /// <param name="pending">A request that waits for it.</param>
    public bool IsNext(string contact, PendingRequest pending) => _waiting.TryGetValue(contact, out var list) && list.First!.Value == pending;

    /// <summary>Lines a request up behind all others of its contacts.</summary>
    public void Join(PendingRequest pending)
    {
        for (var index = 0; index < pending.Events.Count; index++)
        {
            foreach (var contact in pending.ContactsOf(index))
            {
                if (pending.IsLastOf(contact, index))
                {
                    ListOf(contact).AddLast(pending);
                }
            }
        }
    }

    /// <summary>Lets the next ones of these events' contacts come forward, except where the request has later events of the same.</summary>
    public void Leave(PendingRequest pending, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            foreach (var contact in pending.ContactsOf(index))
            {
                if (pending.IsLastOf(contact, index) && _waiting.TryGetValue(contact, out var list))
                {
                    list.Remove(pending);
                    if (list.Count == 0)
                    {
                        _waiting.Remove(contact);
                    }
                }
            }
        }
    }

    /// <summary>Takes <see cref="Leave"/> back: they are still the first.</summary>
    public void Return(PendingRequest pending, int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            foreach (var contact in pending.ContactsOf(index))
            {
                if (pending.IsLastOf(contact, index))
                {
                    ListOf(contact).AddFirst(pending);
                }
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
