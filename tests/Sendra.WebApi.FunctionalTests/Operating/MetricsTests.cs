using System.Globalization;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>What an operator watches; the names are a contract with dashboards (docs/operating.md).</summary>
internal sealed class MetricsTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task Metrics_are_off_unless_switched_on() => (await App.Anonymous().GetAsync("/metrics")).ShouldBeProblem(404, "notFound");

    [Test]
    public async Task Metrics_count_what_happened_and_name_nobody()
    {
        await using var node = await App.StartNodeAsync(new() { ["Prometheus:Enabled"] = "true" });
        var client = node.As(await App.RegisterAsync());
        var source = await Source.CreateAsync(client);
        await client.LiveAutomationAsync("signUp", "everyTime", "cancelled");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "signUp");
        await client.EventAsync("ada@example.com", "cancelled");
        (await source.PostAsync("no JSON")).ShouldBe(200);

        var page = (await node.Anonymous().GetAsync("/metrics")).ShouldBe(200).Text;

        Value(page, "sendra_events_ingested_total").Should().Be(3);
        Value(page, "sendra_enrollments_enrolled_total").Should().Be(2);
        Value(page, "sendra_enrollments_exited_total").Should().Be(2);
        Value(page, "sendra_deliveries_total", "status=\"skipped\"").Should().Be(1);
        Value(page, "sendra_ingestion_queue_length").Should().Be(0);
        Value(page, "sendra_ingestion_batch_size_count").Should().Be(4);
        Value(page, "sendra_ingestion_batch_duration_seconds_count").Should().Be(4);
        Value(page, "sendra_ingestion_commit_duration_seconds_count").Should().Be(4);
        page.Should().Contain("http_server_request_duration_seconds").And.Contain("dotnet_");
        page.Should().NotContainAny("ada@", "signUp", new Uri(source.Url).Segments[^1]);
    }

    [Test]
    public async Task E7_a_nodes_writers_take_no_contact_that_another_one_works_on()
    {
        await using var node = await App.StartNodeAsync(new() { ["Prometheus:Enabled"] = "true" });
        var client = node.As(await App.RegisterAsync());
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async sender =>
        {
            for (var round = 0; round < 4; round++)
            {
                var events = Enumerable.Range(0, 200).Select(i => new { email = $"u{(sender * 50) + (round * 70) + i}@example.com", eventName = "x" });
                (await client.PostAsync("/api/events/batch", new { events })).ShouldBe(200);
            }
        }));

        var page = (await node.Anonymous().GetAsync("/metrics")).ShouldBe(200).Text;

        Value(page, "sendra_events_ingested_total").Should().Be(3_200);
        Value(page, "sendra_ingestion_retried_total").Should().Be(0);
    }

    // A line: name{labels} value, and perhaps a time.
    private static double Value(string page, string name, string label = "") => page.Split('\n')
        .Where(line => line.StartsWith(name + "{", StringComparison.Ordinal) && line.Contains(label, StringComparison.Ordinal))
        .Sum(line => double.Parse(line[(line.IndexOf('}', StringComparison.Ordinal) + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0], CultureInfo.InvariantCulture));
}
