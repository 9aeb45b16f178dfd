using System.Data.Common;
using Sendra.Benchmarks.Limit;

namespace Sendra.Benchmarks.Databases;

/// <summary>A throw-away database of one kind.</summary>
internal abstract class BenchmarkDatabase(string connectionString)
{
    /// <summary>When what was carried on barely is due again: beyond any run that Sendra carries on.</summary>
    protected const long Never = 9_000_000_000_000_000;

    /// <summary>The kind, as Sendra's <c>Database__Provider</c> names it.</summary>
    public abstract string Provider { get; }

    public string ConnectionString { get; } = connectionString;

    /// <summary>A database by its kind and connection string.</summary>
    public static BenchmarkDatabase Of(string provider, string connectionString) => provider.ToUpperInvariant() switch
    {
        "SQLITE" => new SqliteBenchmarkDatabase(connectionString),
        "POSTGRESQL" => new PostgreSqlBenchmarkDatabase(connectionString),
        _ => throw new ArgumentException($"There is no database '{provider}'; it is sqlite or postgresql."),
    };

    /// <summary>Opens a connection with the same durability that Sendra has.</summary>
    public abstract Task<DbConnection> OpenAsync();

    /// <summary>As many stores as bring the most.</summary>
    public abstract Task<ILimitStore[]> OpenLimitStoresAsync(LimitRules rules);

    /// <summary>Inserts rows of the event table, 256 a transaction, as fast as the database can.</summary>
    /// <returns>Rows a second.</returns>
    public abstract Task<double> InsertBareAsync(Guid workspaceId, int rows);

    /// <summary>
    /// What it takes to carry on so many runs that wait, 256 a transaction, as fast as the database can: claim them by when they are due,
    /// move them, change their contacts, insert three visits each.
    /// </summary>
    /// <returns>Runs a second.</returns>
    public abstract Task<double> CarryBareAsync(int runs);

    /// <summary>Inserts many rows the fastest way there is; durable only once all is done.</summary>
    public abstract Task BulkAsync(string table, string[] columns, IEnumerable<object?[]> rows);

    /// <summary>Does now what the database would do by itself soon after its first rows, so that it does not come while measuring.</summary>
    public abstract Task TakeStatisticsAsync();

    /// <summary>Does now what the database would do by itself in the minutes after a bulk, beside what is measured.</summary>
    public abstract Task SettleAsync();

    /// <summary>An id as SQL.</summary>
    public abstract string Literal(Guid id);

    /// <summary>Reads an id.</summary>
    public abstract Guid Id(DbDataReader reader, int column);

    /// <summary>The one number that a query gives.</summary>
    public async Task<long> NumberAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), null);
    }

    /// <summary>The only workspace there is.</summary>
    public Task<Guid> WorkspaceIdAsync() => IdAsync("SELECT id FROM workspaces LIMIT 1");

    /// <summary>The one id that a query gives.</summary>
    public async Task<Guid> IdAsync(string sql) => (await IdsAsync(sql))[0];

    /// <summary>Contacts that events may point at.</summary>
    protected Task<Guid[]> ContactIdsAsync() => IdsAsync("SELECT id FROM contacts LIMIT 100000");

    /// <summary>Runs a statement.</summary>
    /// <returns>How many rows it changed.</returns>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        return await command.ExecuteNonQueryAsync();
    }

    private async Task<Guid[]> IdsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
        {
            ids.Add(Id(reader, 0));
        }

        return [.. ids];
    }
}
