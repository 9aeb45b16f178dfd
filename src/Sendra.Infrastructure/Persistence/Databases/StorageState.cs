namespace Sendra.Infrastructure.Persistence.Databases;

/// <summary>
/// Remembers that the database would not take what was to be written, as when its disk is full: it answers, and is of no use. For a
/// time only, since nobody sends to a node that is not ready, and so nothing would show that it is well again.
/// </summary>
internal sealed class StorageState(TimeProvider clock)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private long _refusedAt;

    public bool RefusesWrites => Interlocked.Read(ref _refusedAt) is not 0 and var at && clock.GetElapsedTime(at) < Memory;

    public void Refused() => Interlocked.Exchange(ref _refusedAt, clock.GetTimestamp());

    public void Took()
    {
        if (Interlocked.Read(ref _refusedAt) != 0)
        {
            Interlocked.Exchange(ref _refusedAt, 0);
        }
    }
}
