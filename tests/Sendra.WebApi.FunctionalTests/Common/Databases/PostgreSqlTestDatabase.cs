using System.Data.Common;
using Npgsql;
using Respawn;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>A fresh database on the server that <see cref="Variable"/> names; dropped at the end.</summary>
internal sealed class PostgreSqlTestDatabase(string server) : TestDatabase
{
    public const string Variable = "SENDRA_TEST_POSTGRES";

    private readonly string _name = $"sendra_test_{Guid.NewGuid():N}";

    public override string Provider => "PostgreSql";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(server) { Database = _name }.ToString();

    protected override IDbAdapter Adapter => DbAdapter.Postgres;

    public override DbConnection Connect() => new NpgsqlConnection(ConnectionString);

    public override Task PrepareAsync() => ExecuteOnServerAsync($"CREATE DATABASE {_name}");

    public override async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteOnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
    }

    private async Task ExecuteOnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
