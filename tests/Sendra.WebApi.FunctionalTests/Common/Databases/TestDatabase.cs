using System.Data.Common;
using Respawn;
using Respawn.Graph;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>One database for the whole run, migrated by the application and emptied before each test.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    private Respawner? _respawner;

    public abstract string Provider { get; }

    /// <summary>What it is called among the databases of the run.</summary>
    public virtual string Name => Provider;

    /// <summary>What a node on it is told beside provider and connection string.</summary>
    public virtual IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>();

    public abstract string ConnectionString { get; }

    /// <summary>False where one file serves one process.</summary>
    public virtual bool ServesManyNodes => true;

    protected abstract IDbAdapter Adapter { get; }

    public abstract DbConnection Connect();

    /// <summary>Makes the database ready for the application's migrations.</summary>
    public virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Takes all rows away.</summary>
    public virtual async Task ResetAsync()
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        _respawner ??= await Respawner.CreateAsync(connection, new RespawnerOptions
        {
            DbAdapter = Adapter,
            TablesToIgnore = [new Table("__EFMigrationsHistory"), new Table("__EFMigrationsLock"), new Table("data_protection_keys")],
        });
        await _respawner.ResetAsync(connection);
    }

    /// <summary>How many rows a table has, whoever they belong to.</summary>
    public async Task<long> CountAsync(string table, string condition = "1 = 1") =>
        Convert.ToInt64(await ScalarAsync($"SELECT COUNT(*) FROM {table} WHERE {condition}"), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first value of the first row, in the database's own type.</summary>
    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    public abstract ValueTask DisposeAsync();
}
