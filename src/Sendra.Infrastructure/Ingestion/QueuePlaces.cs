namespace Sendra.Infrastructure.Ingestion;

/// <summary>How many places of the queue are taken, by all workspaces.</summary>
internal sealed class QueuePlaces
{
    private int _taken;

    public int Taken => Volatile.Read(ref _taken);

    /// <summary>Counts; under the queue's lock.</summary>
    public void Add(int places) => Volatile.Write(ref _taken, _taken + places);
}
