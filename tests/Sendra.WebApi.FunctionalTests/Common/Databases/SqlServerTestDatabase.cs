using System.Data.Common;
using Microsoft.Data.SqlClient;
using Respawn;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

/// <summary>
/// The database that <see cref="Variable"/> names: never created or dropped, only its tables are. They go at the end,
/// and at the start if an earlier run was killed: only then is there a migration history.
/// </summary>
internal sealed class SqlServerTestDatabase(string connectionString) : TestDatabase
{
    public const string Variable = "SENDRA_TEST_SQLSERVER";

    private const string ForeignKeys =
        """
        SELECT 'ALTER TABLE [' + s.name + '].[' + t.name + '] DROP CONSTRAINT [' + f.name + ']'
        FROM sys.foreign_keys f JOIN sys.tables t ON t.object_id = f.parent_object_id JOIN sys.schemas s ON s.schema_id = t.schema_id
        """;

    private const string Tables =
        """
        SELECT 'DROP TABLE [' + s.name + '].[' + t.name + ']'
        FROM sys.tables t JOIN sys.schemas s ON s.schema_id = t.schema_id WHERE t.is_ms_shipped = 0
        """;

    public override string Provider => "SqlServer";

    public override string ConnectionString => connectionString;

    protected override IDbAdapter Adapter => DbAdapter.SqlServer;

    public override DbConnection Connect() => new SqlConnection(connectionString);

    public override async Task PrepareAsync()
    {
        if (await ScalarAsync("SELECT 1 FROM sys.tables WHERE name = '__EFMigrationsHistory'") is not null)
        {
            await DropTablesAsync();
        }
    }

    public override async ValueTask DisposeAsync() => await DropTablesAsync();

    private async Task DropTablesAsync()
    {
        await using var connection = new SqlConnection(connectionString);
        await connection.OpenAsync();
        foreach (var statements in new[] { ForeignKeys, Tables })
        {
            foreach (var statement in await ReadAsync(connection, statements))
            {
#pragma warning disable CA2100 // Made of names that the database itself gave.
                await using var command = new SqlCommand(statement, connection);
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private static async Task<List<string>> ReadAsync(SqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // One of the constants above.
        await using var command = new SqlCommand(sql, connection);
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
