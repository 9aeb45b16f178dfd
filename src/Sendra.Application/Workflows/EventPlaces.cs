namespace Sendra.Application.Workflows;

/// <summary>How many more sent events may wait in a workspace (F12).</summary>
/// <param name="waiting">How many wait.</param>
public sealed class EventPlaces(int waiting)
{
    /// <summary>The most sent events that wait in a workspace.</summary>
    public const int Max = 100_000;

    private int _waiting = waiting;

    /// <summary>Takes a place for one more.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryTake() => _waiting < Max && ++_waiting <= Max;
}
