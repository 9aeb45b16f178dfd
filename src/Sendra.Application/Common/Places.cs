namespace Sendra.Application.Common;

/// <summary>Limits how many pieces of long work run at once.</summary>
/// <typeparam name="TOwner">Whose work is counted together: a workspace, a caller.</typeparam>
/// <param name="perNode">Of all owners.</param>
internal sealed class Places<TOwner>(int perOwner, int perNode)
    where TOwner : notnull
{
    private readonly Lock _lock = new();
    private readonly Dictionary<TOwner, int> _taken = [];

    /// <summary>Takes a place until the result is disposed of; null if none is free.</summary>
    public IDisposable? TryTake(TOwner owner)
    {
        lock (_lock)
        {
            var own = _taken.GetValueOrDefault(owner);
            if (own >= perOwner || _taken.Values.Sum() >= perNode)
            {
                return null;
            }

            _taken[owner] = own + 1;
            return new Place(this, owner);
        }
    }

    private void Free(TOwner owner)
    {
        lock (_lock)
        {
            if (--_taken[owner] == 0)
            {
                _taken.Remove(owner);
            }
        }
    }

    private sealed class Place(Places<TOwner> places, TOwner owner) : IDisposable
    {
        private Places<TOwner>? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Free(owner);
    }
}
