using Microsoft.Extensions.Configuration;
using Npgsql;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Replicas;
using Sendra.WebApi.FunctionalTests.Automations;
using Sendra.WebApi.FunctionalTests.Common.Databases;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>What a read replica answers, and what becomes of that when it falls behind or away (ADR 0090): on a real streaming standby.</summary>
[NonParallelizable]
internal sealed class ReplicaTests
{
    private const string Header = "Sendra-Behind-Seconds";
    private const string Beat = "SELECT SUM(at) FROM replica_beats";

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(2);

    private PostgresServer? _primary;
    private PostgresServer? _standby;
    private PostgreSqlTestDatabase _database = null!;
    private TestClock _clock = null!;
    private TestNode _node = null!;
    private TestClient _ada = null!;
    private bool _isDown;

    [OneTimeSetUp]
    public void Start()
    {
        Assume.That(PostgresServer.Programs, Is.Not.Null, "This needs the programs of a PostgreSQL server.");
        _primary = PostgresServer.Start();
        _standby = _primary.StartStandby();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        _standby?.Dispose();
        _primary?.Dispose();
    }

    [SetUp]
    public async Task BeginAsync()
    {
        _database = await MakeDatabaseAsync();
        _clock = new TestClock();
        _node = NodeWith(_database, ReadOnly(_standby!, _database));
        _ada = _node.Anonymous();
        (await _ada.PostAsync("/api/auth/register", new { email = "ada@example.com", password = TestClient.Password, workspaceName = "Acme" })).ShouldBe(201);
    }

    [TearDown]
    public async Task EndAsync()
    {
        if (_isDown)
        {
            Recover();
        }

        await _standby!.ExecuteAsync("SELECT pg_wal_replay_resume()");
        await _node.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Test]
    public async Task L2_the_log_has_every_event_once_however_far_behind_the_replica_is()
    {
        await SendAsync("old0", "old1", "old2");
        var contact = (await _ada.ItemsAsync("/api/contacts?email=old1@example.com")).Single().Text("id");
        await ComeOfAgeAsync();
        await PauseAsync();
        (await _ada.DeleteAsync($"/api/contacts/{contact}")).ShouldBe(204);
        await SendAsync("new0", "new1");

        (await _ada.ReadAllAsync("/api/events", "eventName")).Should().Equal(["new1", "new0", "old2", "old1", "old0"], "what is older is read from the replica, where nobody is erased yet");
        _clock.Advance(TimeSpan.FromSeconds(20));
        await SendAsync("new2");
        (await _ada.ReadAllAsync("/api/events", "eventName")).Should().Equal("new2", "new1", "new0", "old2", "old1", "old0");
        (await _ada.ReadAllAsync("/api/events?eventName=new0&eventName=old0", "eventName", 1)).Should().Equal("new0", "old0");
        BehindOf(await _ada.GetAsync("/api/events")).Should().BeInRange(20, 50);
        BehindOf(await _ada.GetAsync("/api/events?limit=2")).Should().BeNull("these come from the database");
        (await HealthAsync()).Should().Be("read");

        _clock.Advance(Long);
        (await HealthAsync()).Should().Be("tooFarBehind");
        var answer = await _ada.GetAsync("/api/events");
        answer.Json.GetProperty("items").EnumerateArray().Select(item => item.Text("eventName")).Should().Equal("new2", "new1", "new0", "old2", "old0");
        BehindOf(answer).Should().BeNull();

        await ResumeAsync();
        answer = await _ada.GetAsync("/api/events");
        answer.Json.GetProperty("items").EnumerateArray().Select(item => item.Text("eventName")).Should().Equal("new2", "new1", "new0", "old2", "old0");
        BehindOf(answer).Should().BeInRange(0, 40);
    }

    [Test]
    public async Task L2_an_export_has_what_came_while_the_replica_stood_still()
    {
        await SendAsync("old");
        await ComeOfAgeAsync();
        await PauseAsync();
        await SendAsync("new");

        var answer = (await _ada.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200);

        answer.Text.Should().Contain("\"new\"").And.Contain("\"old\"");
        BehindOf(answer).Should().NotBeNull();
        (await _ada.ItemsAsync("/api/audit-log")).Should().Contain(line => line.Text("action") == "exported", "it is written into the database");
    }

    [Test]
    public async Task A_simulation_and_an_export_of_contacts_end_where_the_replica_does_and_say_so()
    {
        await SendAsync("signup");
        await ComeOfAgeAsync();
        await PauseAsync();
        _clock.Advance(TimeSpan.FromSeconds(10));
        await SendAsync("signup", "other");

        var contacts = (await _ada.GetAsync("/api/contacts/export")).ShouldBe(200);
        var draft = await _ada.DraftAutomationAsync("signup");
        var answer = await _ada.PostAsync("/api/automations/simulate", new { automationId = draft });
        var simulated = await _ada.SimulateAsync(new { automationId = draft });

        contacts.Text.Should().Contain("signup@example.com").And.NotContain("other@example.com");
        BehindOf(contacts).Should().BeInRange(10, 40);
        BehindOf(answer).Should().BeInRange(10, 40);
        simulated.GetProperty("events").GetInt32().Should().Be(1);
        simulated.GetProperty("to").GetDateTimeOffset().Should().BeBefore(_clock.GetUtcNow() - TimeSpan.FromSeconds(10));

        await ResumeAsync();
        (await _ada.SimulateAsync(new { automationId = draft })).GetProperty("events").GetInt32().Should().Be(2);
    }

    [Test]
    public async Task A_replica_that_breaks_down_costs_no_answer()
    {
        await SendAsync("signup", "other");
        await ComeOfAgeAsync();
        var draft = await _ada.DraftAutomationAsync("signup");
        var reads = new Func<Task<Answer>>[]
        {
            () => _ada.GetAsync("/api/events"),
            () => _ada.GetAsync("/api/events/export?format=ndjson"),
            () => _ada.GetAsync("/api/contacts/export"),
            () => _ada.PostAsync("/api/automations/simulate", new { automationId = draft }),
            () => _ada.PostAsync("/api/automations/simulate", new { trigger = new { eventName = "signup", where = new { not = new { received = "never", within = "P90D" } } }, frequency = "everyTime" }),
        };
        foreach (var read in reads)
        {
            BehindOf((await read()).ShouldBe(200)).Should().NotBeNull("connections to the replica are open");
            Crash();

            (await read()).ShouldBe(200).Text.Should().Contain("signup");
            await HealthUntilAsync("notAnswering");

            Recover();
            await HealthUntilAsync("read");
        }
    }

    [Test]
    public async Task A_copy_of_another_database_is_never_read()
    {
        await using var other = await MakeDatabaseAsync();
        await using var foreign = NodeWith(other, ReadOnly(_primary!, other));
        await using var wrong = NodeWith(_database, ReadOnly(_primary!, other));
        await SendAsync("mine");
        for (var beats = 0; beats < 3; beats++)
        {
            await BeatsAsync(other);
        }

        (await HealthAsync(wrong)).Should().Be("notAnswering");
        (await wrong.As(_ada).ReadAllAsync("/api/events", "eventName")).Should().Equal("mine");
        (await HealthAsync(foreign)).Should().Be("read", "it is a database like any other");
    }

    [Test]
    public async Task Metrics_show_how_far_behind_the_replica_is()
    {
        await using var node = new TestNode(_database, _clock, new Dictionary<string, string> { ["ConnectionStrings:SendraReadOnly"] = ReadOnly(_standby!, _database), ["Prometheus:Enabled"] = "true" });
        await HealthUntilAsync("read", node);

        var page = (await node.Anonymous().GetAsync("/metrics")).ShouldBe(200).Text;

        page.Should().MatchRegex(@"(?m)^sendra_replica_behind_seconds\{[^}]*\} [0-5]\b").And.MatchRegex(@"(?m)^sendra_replica_in_use\{[^}]*\} 1\b");
    }

    // The database's clock was set back: what the replica shows may be old all the same.
    [TestCase(-59, true)]
    [TestCase(-61, false)]
    [TestCase(3600, false)]
    public void A_time_that_is_old_or_yet_to_come_is_not_trusted(int seconds, bool isTrusted)
    {
        var replica = new ReadReplica(new DatabaseSettings(DatabaseProvider.PostgreSql, "", Replica: new ReplicaSettings("", TimeSpan.FromSeconds(60))), _clock);

        replica.Answered(_clock.GetUtcNow().AddSeconds(seconds));

        (replica.AsOf is not null).Should().Be(isTrusted);
    }

    [TestCase("Sqlite", "Data Source=copy.db", null, "ConnectionStrings__SendraReadOnly")]
    [TestCase("PostgreSql", "Hots=x", null, "ConnectionStrings__SendraReadOnly")]
    [TestCase("PostgreSql", "Host=x", "0", "Database__ReplicaMaxBehindSeconds")]
    [TestCase("PostgreSql", "Host=x", "many", "Database__ReplicaMaxBehindSeconds")]
    public void A_setting_that_makes_no_sense_is_named(string provider, string connection, string? seconds, string named)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ReplicaMaxBehindSeconds"] = seconds,
            ["ConnectionStrings:Sendra"] = provider == "Sqlite" ? "Data Source=sendra.db" : "Host=y",
            ["ConnectionStrings:SendraReadOnly"] = connection,
        }).Build();

        FluentActions.Invoking(() => DatabaseSettings.From(configuration)).Should().Throw<InvalidOperationException>().WithMessage($"{named}*");
    }

    private async Task<PostgreSqlTestDatabase> MakeDatabaseAsync()
    {
        var database = new PostgreSqlTestDatabase(_primary!.ConnectionString);
        await database.PrepareAsync();
        return database;
    }

    private static string ReadOnly(PostgresServer server, PostgreSqlTestDatabase database) =>
        new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database }.ToString();

    private TestNode NodeWith(PostgreSqlTestDatabase database, string readOnly) =>
        new(database, _clock, new Dictionary<string, string> { ["ConnectionStrings:SendraReadOnly"] = readOnly });

    // An event, and a contact, for each name.
    private async Task SendAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await _ada.EventAsync($"{name}@example.com", name);
        }
    }

    // Until what there is is too old to be looked for in the database.
    private async Task ComeOfAgeAsync()
    {
        _clock.Advance(Long);
        await HealthUntilAsync("read");
    }

    private async Task PauseAsync()
    {
        await _standby!.ExecuteAsync("SELECT pg_wal_replay_pause()");
        await UntilAsync(async () => await OnStandbyAsync("SELECT pg_get_wal_replay_pause_state()") is "paused");
    }

    // Until the replica has all that there is, and the node knows.
    private async Task ResumeAsync()
    {
        await _standby!.ExecuteAsync("SELECT pg_wal_replay_resume()");
        await BeatsAsync(_database);
        var now = (decimal)(await _database.ScalarAsync(Beat))!;
        await UntilAsync(async () => (decimal?)await OnStandbyAsync(Beat) >= now);
        await BeatsAsync(_database);
        await BeatsAsync(_database);
        await HealthUntilAsync("read");
    }

    private void Crash()
    {
        _standby!.Crash();
        _isDown = true;
    }

    private void Recover()
    {
        _standby!.Continue();
        _isDown = false;
    }

    // Until a node has written the time once more.
    private static async Task BeatsAsync(PostgreSqlTestDatabase database)
    {
        var before = await database.ScalarAsync(Beat);
        await UntilAsync(async () => !Equals(await database.ScalarAsync(Beat), before));
    }

    private async Task<object?> OnStandbyAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ReadOnly(_standby!, _database));
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text comes from this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private async Task<string> HealthAsync(TestNode? node = null) =>
        (await (node ?? _node).Anonymous().GetAsync("/health/ready")).ShouldBe(200).Json.GetProperty("readReplica").Text("status");

    private Task HealthUntilAsync(string status, TestNode? node = null) => UntilAsync(async () => await HealthAsync(node) == status);

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!await isSo())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Looks.AgainAsync();
        }
    }

    private static int? BehindOf(Answer answer) =>
        answer.Headers.TryGetValues(Header, out var values) ? int.Parse(values.Single(), System.Globalization.CultureInfo.InvariantCulture) : null;
}
