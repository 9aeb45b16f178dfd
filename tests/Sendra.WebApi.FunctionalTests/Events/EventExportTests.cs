using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Events;

public sealed class EventExportTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task L2_csv_holds_every_event_and_no_formula()
    {
        var ada = await App.RegisterAsync();
        string[] names = ["signUp", "=1+1", "+1", "-1", "@sum", "＝1", "＋1", "－1", "＠sum", "a,\"b\"", "ünï"];
        foreach (var name in names)
        {
            (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = name, eventProperties = -7, occurredAt = "2026-01-31T12:00:00Z" })).ShouldBe(200);
        }

        await ada.EventAsync("+bob@example.com", "plain");
        var answer = (await ada.GetAsync("/api/events/export?format=csv")).ShouldBe(200);
        answer.ContentType.Should().Be("text/csv");
        answer.Text.Should().StartWith("id,eventName,email,contactId,receivedAt,occurredAt,origin,sourceId,sourceName,deliveryId,declared,enrolled,exited,properties,history,woken,automationId,automationName,enrollmentId,client\r\n").And.EndWith("\r\n");
        using var csv = new CsvReader(new StringReader(answer.Text), CultureInfo.InvariantCulture);
        var rows = csv.GetRecords<dynamic>().Select(row => new Dictionary<string, object>((IDictionary<string, object>)row)).ToArray();

        var items = await ada.ItemsAsync("/api/events");
        rows.Select(row => row["id"]).Should().Equal(items.Select(item => item.Text("id")));
        rows.Select(row => row["receivedAt"]).Should().Equal(items.Select(item => item.Text("receivedAt")));
        rows.Reverse().Select(row => row["eventName"]).Should().Equal("signUp", "'=1+1", "'+1", "'-1", "'@sum", "'＝1", "'＋1", "'－1", "'＠sum", "a,\"b\"", "ünï", "plain");
        rows[0]["email"].Should().Be("'+bob@example.com");
        rows[^1].Should().Contain("properties", "'-7").And.Contain("occurredAt", "2026-01-31T12:00:00Z").And.Contain("declared", "false").And.Contain("origin", "api").And.Contain("history", "false");
    }

    [Test]
    public async Task L2_ndjson_holds_the_logs_items_one_a_line()
    {
        var ada = await App.RegisterAsync();
        await ada.PostTextAsync("/api/events/send", "{\"email\":\"bob@example.com\",\"eventName\":\"odd\",\"eventProperties\":{\n\"b\": 1.10,\r\n\"a\":\"x\\ny\"}}");
        await ada.EventAsync("bob@example.com", "even");

        var answer = (await ada.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200);

        answer.ContentType.Should().Be("application/x-ndjson");
        var items = await ada.ItemsAsync("/api/events");
        var lines = answer.Text.TrimEnd('\n').Split('\n');
        lines.Should().HaveCount(2);
        lines[0].Should().Be(items[0].GetRawText());
        lines[1].Should().Be(items[1].GetRawText().Replace('\r', ' ').Replace('\n', ' ')).And.Contain("1.10");
    }

    [Test]
    public async Task L2_an_export_goes_on_over_all_pages_with_the_logs_filters()
    {
        var ada = await App.RegisterAsync();
        for (var batch = 0; batch < 3; batch++)
        {
            (await ada.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 800).Select(i => new { email = $"p{i % 7}@example.com", eventName = i % 2 == 0 ? "even" : "odd" }) })).ShouldBe(200);
        }

        foreach (var filter in new[] { "", "&eventName=odd", "&emailPrefix=p3", "&hasEffect=true" })
        {
            var text = (await ada.GetAsync($"/api/events/export?format=ndjson{filter}")).ShouldBe(200).Text;
            text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString())
                .Should().Equal(await ada.ReadAllAsync($"/api/events?{filter.TrimStart('&')}", "id", limit: 200), filter);
        }

        (await ada.GetAsync("/api/events/export")).ShouldBe(200).Text.Split("\r\n").Should().HaveCount(2402);
    }

    [TestCase("format=xml", "format")]
    [TestCase("from=yesterday", "from")]
    [TestCase("email=nobody", "email")]
    public async Task H1_a_bad_parameter_is_refused_before_the_first_byte(string query, string parameter)
    {
        var ada = await App.RegisterAsync();

        (await ada.GetAsync($"/api/events/export?{query}")).ShouldRefuse(parameter);
    }

    [Test]
    public async Task W4_an_export_holds_nothing_of_another_workspace()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await theirs.EventAsync("bob@example.com", "signUp");

        (await mine.GetAsync("/api/events/export?format=ndjson")).ShouldBe(200).Text.Should().BeEmpty();
        (await mine.GetAsync("/api/events/export?format=csv")).ShouldBe(200).Text.Should().StartWith("id,").And.NotContain("signUp");
        (await App.Anonymous().GetAsync("/api/events/export")).ShouldBeProblem(401, "signInRequired");
    }

    [Test]
    public async Task W8_five_exports_of_a_workspace_at_once_and_others_have_theirs()
    {
        const string Path = "/api/events/export?format=ndjson";
        var (ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync());
        var large = new string('x', 200 * 1024);
        for (var number = 0; number < 100; number++)
        {
            (await ada.PostAsync("/api/events/send", new { email = "bob@example.com", eventName = "large", eventProperties = large })).ShouldBe(200);
        }

        // More than what lies between a server that writes and a client that does not read.
        var open = new List<HttpResponseMessage>();
        for (var number = 0; number < 5; number++)
        {
            open.Add(await ada.OpenAsync(Path));
        }

        open.Should().OnlyContain(answer => answer.IsSuccessStatusCode);
        (await ada.GetAsync(Path)).ShouldBeProblem(429, "exportsBusy").Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        (await eve.GetAsync(Path)).ShouldBe(200);

        open.ForEach(answer => answer.Dispose());
        await UntilAsync(async () => (await ada.GetAsync(Path)).Status == 200).WaitAsync(TimeSpan.FromMinutes(1));

        static async Task UntilAsync(Func<Task<bool>> isSo)
        {
            while (!await isSo())
            {
            }
        }
    }
}
