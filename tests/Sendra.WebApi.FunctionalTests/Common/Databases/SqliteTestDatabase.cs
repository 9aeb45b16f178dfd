using System.Data.Common;
using Microsoft.Data.Sqlite;
using Respawn;

namespace Sendra.WebApi.FunctionalTests.Common.Databases;

internal sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sendra-tests-").FullName;

    public override string Provider => "Sqlite";

    public override string ConnectionString => $"Data Source={Path.Combine(_folder, "sendra.db")}";

    public override bool ServesManyNodes => false;

    protected override IDbAdapter Adapter => DbAdapter.Sqlite;

    public override DbConnection Connect() => new SqliteConnection(ConnectionString);

    public override ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
