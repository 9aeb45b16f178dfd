using Sendra.Infrastructure.Persistence.Queries;

namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>A statement with its rows, ready to run.</summary>
internal abstract class RowOperation
{
    /// <summary>The SQL with its marks; one object for each statement, so it can be a key.</summary>
    public abstract string Sql { get; }

    /// <summary>What each row has.</summary>
    public abstract IReadOnlyList<Column> Columns { get; }

    /// <summary>The workspace of the rows, once they are of one.</summary>
    public abstract WorkspaceId Workspace { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int RowCount { get; }

    /// <summary>What to do with each result row; null for a write.</summary>
    public Action<RowReader>? OnRow { get; init; }

    /// <summary>True when each row must change exactly one.</summary>
    public bool EveryRow { get; init; }

    public abstract object? Value(int row, int column);

    /// <summary>The same for each workspace, in the order of their ids: the order in which every node locks them.</summary>
    public abstract IEnumerable<RowOperation> ByWorkspace();

    /// <summary>Refuses a write that did not find every row as it was read.</summary>
    /// <exception cref="LostRaceException">Another writer was first.</exception>
    public void RequireChanged(int changed)
    {
        if (EveryRow && changed != RowCount)
        {
            throw new LostRaceException();
        }
    }
}
