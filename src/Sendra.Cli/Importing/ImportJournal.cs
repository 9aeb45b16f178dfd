namespace Sendra.Cli.Importing;

/// <summary>Writes down what is done: refused lines first, then how far the import is, so that a break between the two costs nothing.</summary>
/// <param name="state">How far it is.</param>
/// <param name="rejectsPath">Where refused lines go.</param>
/// <param name="isKept">Whether it can be resumed; standard input can't.</param>
internal sealed class ImportJournal(ImportState state, string rejectsPath, bool isKept) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly RejectsFile _rejects = new(rejectsPath, state.RejectsLength);

    public ImportState State { get; private set; } = state;

    public string RejectsPath => rejectsPath;

    /// <summary>A part is done.</summary>
    public void Commit(int lane, long lastLine, int accepted, IReadOnlyCollection<RejectedLine> rejected)
    {
        lock (_lock)
        {
            _rejects.Write(rejected.OrderBy(line => line.Number));
            long[] lanes = [.. State.Lanes];
            lanes[lane] = lastLine;
            Keep(State with { Lanes = lanes, Accepted = State.Accepted + accepted, Rejected = State.Rejected + rejected.Count, RejectsLength = _rejects.Length });
        }
    }

    /// <summary>All is done.</summary>
    public void Finish(DateTimeOffset now)
    {
        lock (_lock)
        {
            Keep(State with { FinishedAt = now });
        }
    }

    /// <summary>Writes down that it has begun.</summary>
    public void Begin()
    {
        lock (_lock)
        {
            Keep(State);
        }
    }

    public void Dispose() => _rejects.Dispose();

    private void Keep(ImportState next)
    {
        State = next;
        if (isKept)
        {
            next.Save();
        }
    }
}
