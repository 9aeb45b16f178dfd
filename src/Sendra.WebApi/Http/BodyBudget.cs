namespace Sendra.WebApi.Http;

/// <summary>How many bytes of bodies this node holds at once, from their arrival to the end of their requests.</summary>
/// <param name="limits">The greatest number.</param>
internal sealed class BodyBudget(HttpLimits limits)
{
    private long _held;

    /// <summary>How many it holds now.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>Takes so many more, or none.</summary>
    public bool TryTake(long bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= limits.HeldBodyBytes)
        {
            return true;
        }

        Return(bytes);
        return false;
    }

    public void Return(long bytes) => Interlocked.Add(ref _held, -bytes);
}
