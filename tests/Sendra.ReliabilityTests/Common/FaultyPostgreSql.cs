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

    public static Task<FaultyPostgreSql> MakeEmptyAsync() => MakeWithAsync("");

    public override async Task<FaultyDatabase> CopyAsync(string? place = null)
    {
        if (place is null)
        {
            return await MakeWithAsync($"TEMPLATE {_name}");
        }

        var space = Path.Combine(place, "space");
        Directory.CreateDirectory(space);
        Shell.Run("chown", "-R", "postgres", place);
        await Servers.PostgreSql.ExecuteAsync("DROP TABLESPACE IF EXISTS small");
        await Servers.PostgreSql.ExecuteAsync($"CREATE TABLESPACE small LOCATION '{space}'");
        return await MakeWithAsync($"TEMPLATE {_name} TABLESPACE small");
    }

    private static async Task<FaultyPostgreSql> MakeWithAsync(string options)
    {
        var database = new FaultyPostgreSql();
        await Servers.PostgreSql.ExecuteAsync($"CREATE DATABASE {database._name} {options}");
        return database;
    }

    public override async ValueTask DisposeAsync() => await Servers.PostgreSql.ExecuteAsync($"DROP DATABASE {_name} WITH (FORCE)");

    protected override DbConnection Connect() => new NpgsqlConnection(ConnectionString + ";Pooling=False");
}
