using System.Data.Common;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A database of one test, which the test may harm.</summary>
internal abstract class FaultyDatabase : IAsyncDisposable
{
    public abstract string Provider { get; }

    public abstract string ConnectionString { get; }

    /// <summary>Makes an empty one, which the first node to start has to migrate.</summary>
    public static async Task<FaultyDatabase> MakeEmptyAsync(string provider) => provider == "Sqlite"
        ? new FaultySqlite()
        : await FaultyPostgreSql.MakeEmptyAsync();

    /// <summary>Makes one that has its tables.</summary>
    public static async Task<FaultyDatabase> MakeAsync(string provider) => await (await Servers.MigratedAsync(provider)).CopyAsync();

    /// <summary>Makes another one with the same content, while no process uses this one.</summary>
    /// <param name="place">The folder it is to live in; by default wherever there is room.</param>
    public abstract Task<FaultyDatabase> CopyAsync(string? place = null);

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
