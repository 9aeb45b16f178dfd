using System.Collections.Concurrent;

// Outside any namespace below it, so that it ends the run of all tests.
namespace Sendra.ReliabilityTests;

/// <summary>The database server of the run and a migrated database of each kind, made when first needed.</summary>
[SetUpFixture]
public sealed class Servers
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<FaultyDatabase>>> Migrated = new();
    private static readonly Lazy<PostgresServer> Server = new(PostgresServer.Start);

    /// <summary>The databases at hand: the arguments of the fixtures.</summary>
    public static IEnumerable<string> Providers => PostgresServer.Programs is null ? ["Sqlite"] : ["Sqlite", "PostgreSql"];

    internal static PostgresServer PostgreSql => Server.Value;

    /// <summary>One with all tables and nothing in them, to be copied: to make it from nothing takes much longer.</summary>
    internal static Task<FaultyDatabase> MigratedAsync(string provider) =>
        Migrated.GetOrAdd(provider, _ => new Lazy<Task<FaultyDatabase>>(() => MigrateAsync(provider))).Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        try
        {
            foreach (var database in Migrated.Values)
            {
                await (await database.Value).DisposeAsync();
            }
        }
        finally
        {
            if (Server.IsValueCreated)
            {
                Server.Value.Dispose();
            }
        }
    }

    private static async Task<FaultyDatabase> MigrateAsync(string provider)
    {
        var database = await FaultyDatabase.MakeEmptyAsync(provider);
        var log = Path.GetTempFileName();
        await using (var node = await SendraProcess.StartAsync(database, log))
        {
            node.Terminate();
            (await node.ExitAsync()).Should().Be(0);
        }

        File.Delete(log);
        return database;
    }
}
