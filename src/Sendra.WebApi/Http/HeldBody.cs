namespace Sendra.WebApi.Http;

/// <summary>One request's part of the <see cref="BodyBudget"/>, which it gives back at its end.</summary>
internal sealed class HeldBody(BodyBudget budget) : IDisposable
{
    private long _bytes;

    /// <summary>False when the node holds too much already.</summary>
    public bool TryGrowTo(long bytes)
    {
        if (bytes > _bytes && !budget.TryTake(bytes - _bytes))
        {
            return false;
        }

        _bytes = Math.Max(_bytes, bytes);
        return true;
    }

    public void Dispose() => budget.Return(Interlocked.Exchange(ref _bytes, 0));
}
