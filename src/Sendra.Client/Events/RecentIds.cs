namespace Sendra.Client.Events;

/// <summary>The last ids that came, so many that none of them comes again.</summary>
/// <param name="capacity">How many.</param>
internal sealed class RecentIds(int capacity)
{
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Has(string id) => _ids.Contains(id);

    /// <returns>False when it is there already.</returns>
    public bool Add(string id)
    {
        if (!_ids.Add(id))
        {
            return false;
        }

        _order.Enqueue(id);
        if (_order.Count > capacity)
        {
            _ids.Remove(_order.Dequeue());
        }

        return true;
    }
}
