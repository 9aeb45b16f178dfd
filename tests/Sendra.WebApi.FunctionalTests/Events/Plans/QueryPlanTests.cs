using System.Buffers.Text;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>
/// How the databases read the log, for every filter alone and the usual combinations, on the first page and deep inside:
/// the queries of real calls, explained as they run. A changed query or index that reads the whole log turns one red.
/// </summary>
[TestFixtureSource(typeof(TestApps), nameof(TestApps.Providers))]
public sealed class QueryPlanTests(string provider)
{
    private const int Calls = 30;
    private const int PerCall = 1_000;

    // A page of each name is the most that any query needs.
    private const int Few = 3_000;

    private static readonly string[] Filters =
    [
        "", "eventName=often", "eventName=never", "eventName=rare", "eventName=often&eventName=rare&eventName=quiet",
        "eventName=often&eventName=rare&eventName=quiet&hasEffect=true",
        "email=p7@example.com", "emailPrefix=p77", "emailPrefix=p", "from={from}&to={to}", "declared=true", "declared=false",
        "origin=api", "origin=webhook", "sourceId={source}", "hasEffect=true", "hasEffect=false",
        "eventName=often&hasEffect=true", "eventName=quiet&hasEffect=true", "eventName=often&from={from}&to={to}",
        "eventName=quiet&hasEffect=true&from={from}&to={to}", "eventName=often&email=p7@example.com", "eventName=often&origin=api",
        "origin=webhook&from={from}&to={to}", "sourceId={source}&hasEffect=false", "declared=false&from={from}&to={to}",
        "declared=true&hasEffect=true", "email=p7@example.com&hasEffect=true",
    ];

    private TestApp _app = null!;
    private TestClient _client = null!;
    private string _deep = "";
    private string _from = "";
    private string _to = "";
    private Guid _source;

    [OneTimeSetUp]
    public async Task FillAsync()
    {
        _app = await TestApps.GetAsync(provider);
        Assume.That(provider, Is.AnyOf("Sqlite", "PostgreSql"), "Plans are explained on SQLite and PostgreSQL.");
        await _app.Database.ResetAsync();
        _client = await _app.RegisterAsync();
        (await _client.PostAsync("/api/event-patterns", new { name = "often" })).ShouldBe(201);
        await _client.LiveAutomationAsync("often", "everyTime", "left");
        var quiet = await _client.LiveAutomationAsync("quiet");
        await _client.EventAsync("p1@example.com", "quiet");
        (await _client.PostAsync($"/api/automations/{quiet}/pause")).ShouldBe(200);
        var source = await Source.CreateAsync(_client);
        _source = source.Id;
        for (var number = 0; number < 60; number++)
        {
            (await source.PostAsync($$"""{"email":"p{{number}}@example.com","event":"hooked"}""")).ShouldBe(200);
        }

        for (var call = 0; call < Calls; call++)
        {
            var answer = (await _client.PostAsync("/api/events/batch", new { events = Enumerable.Range(call * PerCall, PerCall).Select(Event) })).ShouldBe(200);
            Mark(call, answer.Json.GetProperty("results")[0].Text("eventId"));
        }

        // As in production: PostgreSQL's statistics come by themselves, SQLite has none.
        if (provider == "PostgreSql")
        {
            await _app.Database.ScalarAsync("ANALYZE");
        }
    }

    [Test]
    public async Task L1_every_filter_reads_a_page_by_index([ValueSource(nameof(Filters))] string filter, [Values] bool deep)
    {
        var query = filter.Replace("{from}", _from, StringComparison.Ordinal).Replace("{to}", _to, StringComparison.Ordinal)
            .Replace("{source}", _source.ToString(), StringComparison.Ordinal);
        using var explainer = new QueryExplainer(_client.WorkspaceId, "received_events");

        (await _client.GetAsync($"/api/events?{query}{(deep ? $"&cursor={_deep}" : "")}")).ShouldBe(200);

        explainer.Explained.Should().NotBeEmpty();
        foreach (var command in explainer.Explained)
        {
            if (provider == "Sqlite")
            {
                SqlitePlan.Unwanted(command).Should().BeEmpty("{0} was read so:\n{1}\n{2}", filter, command.Plan, command.Sql);
            }
            else
            {
                PostgreSqlPlan.MostRows(command).Should().BeLessThan(Few, "{0} was read so:\n{1}\n{2}", filter, command.Plan, command.Sql);
            }
        }
    }

    [Test]
    public async Task L1_a_frequent_name_that_hardly_ever_has_an_effect_has_an_index_of_its_own()
    {
        using var explainer = new QueryExplainer(_client.WorkspaceId, "received_events");

        (await _client.ItemsAsync("/api/events?eventName=quiet&hasEffect=true")).Should().HaveCount(1);

        explainer.Explained[0].Plan.Should().Contain("event_name_id_effect");
    }

    [Test]
    public async Task Point_7_a_simulation_reads_the_names_concerned_by_index()
    {
        using var explainer = new QueryExplainer(_client.WorkspaceId, "received_events");

        (await _client.PostAsync("/api/automations/simulate", new { trigger = new { eventName = "rare" }, exitEvents = Exits })).ShouldBe(200);

        explainer.Explained.Should().HaveCount(2);
        explainer.Explained.Should().OnlyContain(command => provider == "Sqlite" ? SqlitePlan.Unwanted(command).Count == 0 : PostgreSqlPlan.MostRows(command) < Few);
    }

    [Test]
    public async Task Point_7_a_simulation_finds_where_the_log_begins_by_index()
    {
        var draft = await _client.DraftAutomationAsync("rare", "everyTime", Exits);
        using var explainer = new QueryExplainer(_client.WorkspaceId, "received_events");

        (await _client.PostAsync("/api/automations/simulate", new { automationId = draft })).ShouldBe(200);

        explainer.Explained.Should().HaveCount(3);
        explainer.Explained.Should().OnlyContain(command => provider == "Sqlite" ? SqlitePlan.Unwanted(command).Count == 0 : PostgreSqlPlan.MostRows(command) < Few);
    }

    private static readonly string[] Exits = ["hooked"];

    // Two of three are frequent and one in a thousand is rare; half of "often" is without effect on nobody's account.
    private static object Event(int number) => new
    {
        email = $"p{number % 1_000}@example.com",
        eventName = number % 1_000 == 1 ? "rare" : (number % 3) switch { 0 => "often", 1 => "quiet", _ => $"name{number % 14}" },
    };

    private void Mark(int call, string eventId)
    {
        var id = Guid.Parse(eventId);
        switch (call)
        {
            case Calls / 3:
                _from = TimeOf(id);
                break;
            case Calls / 2:
                Span<byte> bytes = stackalloc byte[16];
                id.TryWriteBytes(bytes, bigEndian: true, out _);
                _deep = Base64Url.EncodeToString(bytes);
                break;
            case Calls * 2 / 3:
                _to = TimeOf(id);
                break;
        }
    }

    private static string TimeOf(Guid id) => Domain.Common.TimeOrderedId.TimeOf(new EventId(id)).UtcDateTime.ToString("O");
}
