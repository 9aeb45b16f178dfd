using Npgsql;

namespace Sendra.Benchmarks.Databases;

/// <summary>Makes empty databases of one kind and removes them.</summary>
/// <param name="provider"><c>sqlite</c> or <c>postgresql</c>.</param>
/// <param name="folder">Where SQLite's files go.</param>
internal sealed class ThrowAwayDatabases(string provider, string folder) : IAsyncDisposable
{
    // Says where a server is on which databases may be made; build/postgres.sh starts one and sets it.
    private const string ServerVariable = "SENDRA_TEST_POSTGRES";

    private readonly List<string> _made = [];

    /// <summary>Makes an empty database.</summary>
    /// <param name="name">A short name.</param>
    /// <exception cref="InvalidOperationException">There is no PostgreSQL server.</exception>
    public async Task<BenchmarkDatabase> MakeAsync(string name)
    {
        if (provider == "sqlite")
        {
            return BenchmarkDatabase.Of(provider, $"Data Source={Path.Combine(folder, name + ".db")}");
        }

        var database = $"sendra_benchmark_{name}_{Environment.ProcessId}";
        await RunOnServerAsync($"CREATE DATABASE {database}");
        _made.Add(database);
        return BenchmarkDatabase.Of(provider, new NpgsqlConnectionStringBuilder(Server) { Database = database }.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in _made)
        {
            await RunOnServerAsync($"DROP DATABASE {database} WITH (FORCE)");
        }
    }

    private static string Server => Environment.GetEnvironmentVariable(ServerVariable)
        ?? throw new InvalidOperationException($"{ServerVariable} must say where a PostgreSQL server is.");

    private static async Task RunOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
