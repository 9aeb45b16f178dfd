// Outside any namespace below it, so that it ends the run of all tests.
namespace Sendra.ReliabilityTests;

/// <summary>The database server of the run, started when first needed.</summary>
[SetUpFixture]
public sealed class Servers
{
    private static readonly Lazy<PostgresServer> Server = new(PostgresServer.Start);

    /// <summary>The databases at hand: the arguments of the fixtures.</summary>
    public static IEnumerable<string> Providers => PostgresServer.Programs is null ? ["Sqlite"] : ["Sqlite", "PostgreSql"];

    internal static PostgresServer PostgreSql => Server.Value;

    [OneTimeTearDown]
    public void Stop()
    {
        if (Server.IsValueCreated)
        {
            Server.Value.Dispose();
        }
    }
}
