using Npgsql;
using Sendra.WebApi.FunctionalTests.Common.Databases;
using Sendra.WebApi.FunctionalTests.Contacts;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>
/// A database that is spread over servers by workspace (ADR 0088), as far as one PostgreSQL with a stand-in for Citus shows it: that every table gets
/// its place, in an order that Citus takes, and that Sendra works by the statements it then sends.
/// </summary>
internal sealed class DistributedTests
{
    private const string Keys = "SELECT COUNT(*) FROM pg_constraint WHERE contype = 'f'";
    private const string Placed = "SELECT COUNT(*) FROM pg_dist_partition";

    private static readonly string? Server = Environment.GetEnvironmentVariable(PostgreSqlTestDatabase.Variable);

    private readonly string _name = $"sendra_test_{Guid.NewGuid():N}";

    [SetUp]
    public async Task CreateAsync()
    {
        Assume.That(Server, Is.Not.Null.And.Not.Empty, "This needs PostgreSQL.");
        await OnServerAsync($"CREATE DATABASE {_name}");
    }

    [TearDown]
    public async Task DropAsync()
    {
        if (Server is { Length: > 0 })
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        }
    }

    [Test]
    public async Task A_new_database_is_spread_and_works_like_any_other()
    {
        await using var app = await TestApp.StartAsync(new CitusTestDatabase(Connection()));
        var ada = await app.RegisterAsync();
        var automation = await ada.LiveWorkflowAsync("signUp", [new { id = "soon", type = "wait", @for = "PT1H" }], "bought");
        (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 300).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);
        await ada.EventAsync("p0@example.com", "bought");
        app.Clock.Advance(TimeSpan.FromHours(2));
        await ada.UntilAutomationAsync(automation, one => one.GetProperty("counts").GetProperty("completed").GetInt32() == 299);
        (await ada.ImportAsync("email\np1@example.com\nnew@example.com\n")).Figures().Should().Be((1, 1, 0, 0));
        var contact = (await ada.ItemsAsync("/api/contacts?email=p1@example.com")).Single().Text("id");
        (await ada.DeleteAsync($"/api/contacts/{contact}")).ShouldBe(204);
        (await ada.ReadAllAsync("/api/events", limit: 200)).Should().HaveCount(300);
        var (placed, keys) = (await app.Database.ScalarAsync(Placed), await app.Database.ScalarAsync(Keys));

        await using var second = await app.StartSecondNodeAsync();

        (await second.As(ada).GetAsync("/api/automations")).ShouldBe(200);
        ((long)placed!).Should().Be((long)(await app.Database.ScalarAsync("SELECT COUNT(*) - 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'"))!);
        (await app.Database.ScalarAsync(Placed), await app.Database.ScalarAsync(Keys)).Should().Be((placed, keys), "a start that finds all in its place does nothing");
    }

    [Test]
    public async Task A_database_that_has_grown_on_one_server_is_spread_with_its_rows_and_keys()
    {
        var database = new CitusTestDatabase(Connection());
        await database.PrepareAsync();
        object keys;
        TestClient ada;
        var clock = new TestClock();
        await using (var alone = new TestNode(database, clock, new Dictionary<string, string> { ["Database:Distributed"] = "false" }))
        {
            ada = alone.Anonymous();
            (await ada.PostAsync("/api/auth/register", new { email = "ada@example.com", password = TestClient.Password, workspaceName = "Acme" })).ShouldBe(201);
            await ada.LiveAutomationAsync("signUp");
            await ada.EventAsync("bob@example.com", "signUp");
            keys = (await database.ScalarAsync(Keys))!;
            (await database.ScalarAsync(Placed)).Should().Be(0L);
        }

        // As if a release had brought a table that isn't spread yet.
        await using (var spread = new TestNode(database, clock))
        {
            await spread.As(ada).EventAsync("bob@example.com", "signUp");
            await database.ScalarAsync("DELETE FROM pg_dist_partition WHERE logicalrelid = 'visits'::regclass");
        }

        await using var node = new TestNode(database, clock);
        (await node.As(ada).ItemsAsync("/api/events")).Should().HaveCount(2);
        (await database.ScalarAsync(Keys)).Should().Be(keys);
        (await database.ScalarAsync($"{Placed} WHERE logicalrelid = 'visits'::regclass AND partkey = 'workspace_id'")).Should().Be(1L);
    }

    [Test]
    public async Task A_start_without_Citus_says_what_to_do()
    {
        var database = new CitusTestDatabase(Connection());
        var (before, said) = (Console.Error, new StringWriter());
        Console.SetError(said);
        try
        {
            await using var node = new TestNode(database, new TestClock());
        }
        catch (Exception exception) when (exception is InvalidOperationException or ObjectDisposedException)
        {
            // It has ended before it began to listen.
        }
        finally
        {
            Console.SetError(before);
        }

        said.ToString().Should().Contain("CREATE EXTENSION citus");
    }

    private string Connection() => new NpgsqlConnectionStringBuilder(Server!) { Database = _name }.ToString();

    private static async Task OnServerAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
