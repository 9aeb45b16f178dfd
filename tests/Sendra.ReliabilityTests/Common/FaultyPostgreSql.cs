using System.Data.Common;
using Npgsql;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A database on the server that <see cref="Servers"/> keeps for these tests.</summary>
internal sealed class FaultyPostgreSql : FaultyDatabase
{
    private readonly string _name = $"faults_{Guid.NewGuid():N}";

    private FaultyPostgreSql()
    {
    }

    public override string Provider => "PostgreSql";

    public override string ConnectionString => new NpgsqlConnectionStringBuilder(Servers.PostgreSql.ConnectionString) { Database = _name, MaxPoolSize = 30 }.ToString();

    public static async Task<FaultyPostgreSql> InAsync(string options)
    {
        var database = new FaultyPostgreSql();
        await Servers.PostgreSql.ExecuteAsync($"CREATE DATABASE {database._name} {options}");
        return database;
    }

    public override async ValueTask DisposeAsync() => await Servers.PostgreSql.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=False");
}
