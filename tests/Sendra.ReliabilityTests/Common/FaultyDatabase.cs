using System.Data.Common;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A database of one test, which the test may harm.</summary>
internal abstract class FaultyDatabase : IAsyncDisposable
{
    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>Makes an empty one.</summary>
    public static async Task<FaultyDatabase> MakeAsync(string provider) => provider == "Sqlite"
        ? new FaultySqlite()
        : await FaultyPostgreSql.InAsync("");

    public async Task<T> ReadAsync<T>(string sql, Func<DbDataReader, T> read)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        return read(reader);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract DbConnection Connect();
}
