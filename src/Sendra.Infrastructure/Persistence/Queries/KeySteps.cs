using Microsoft.EntityFrameworkCore;

namespace Sendra.Infrastructure.Persistence.Queries;

/// <summary>Queries by a list of keys that may be longer than a statement can have parameters (2,100 on SQL Server, 32,766 on SQLite).</summary>
internal static class KeySteps
{
    private const int Size = 500;

    /// <summary>All rows, asked for some keys at a time.</summary>
    /// <param name="query">The rows of some of them.</param>
    public static async Task<List<TRow>> ReadInStepsAsync<TKey, TRow>(
        this IEnumerable<TKey> keys, Func<TKey[], IQueryable<TRow>> query, CancellationToken cancellationToken)
    {
        var rows = new List<TRow>();
        foreach (var step in keys.Chunk(Size))
        {
            rows.AddRange(await query(step).ToListAsync(cancellationToken));
        }

        return rows;
    }
}
