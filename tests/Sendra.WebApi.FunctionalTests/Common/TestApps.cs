using Sendra.WebApi.FunctionalTests.Common.Databases;

// Outside any namespace below it, so that it ends the run of all tests.
namespace Sendra.WebApi.FunctionalTests;

/// <summary>The applications of the run, one for each database that is at hand, started when first needed.</summary>
[SetUpFixture]
public sealed class TestApps
{
    private static readonly Dictionary<string, Lazy<Task<Common.TestApp>>> Apps = Databases()
        .ToDictionary(database => database.Name, database => new Lazy<Task<Common.TestApp>>(() => Common.TestApp.StartAsync(database)));

    /// <summary>The names of the databases at hand: the arguments of every functional test fixture.</summary>
    public static IEnumerable<string> Providers => Apps.Keys;

    public static Task<Common.TestApp> GetAsync(string provider) => Apps[provider].Value;

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var app in Apps.Values.Where(app => app.IsValueCreated))
        {
            await (await app.Value).DisposeAsync();
        }
    }

    private static IEnumerable<TestDatabase> Databases()
    {
        yield return new SqliteTestDatabase();
        if (Environment.GetEnvironmentVariable(PostgreSqlTestDatabase.Variable) is { Length: > 0 } postgreSql)
        {
            yield return new PostgreSqlTestDatabase(postgreSql);
        }

        if (Environment.GetEnvironmentVariable(CitusTestDatabase.Variable) is { Length: > 0 } citus)
        {
            yield return new CitusTestDatabase(citus);
        }

        if (Environment.GetEnvironmentVariable(SqlServerTestDatabase.Variable) is { Length: > 0 } sqlServer)
        {
            yield return new SqlServerTestDatabase(sqlServer);
        }
    }
}
