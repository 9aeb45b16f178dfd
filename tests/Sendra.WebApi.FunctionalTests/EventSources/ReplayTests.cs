using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Skipped deliveries are tried again once the mapping is mended (S9).</summary>
internal sealed class ReplayTests(string provider) : FunctionalTest(provider)
{
    private static readonly object Mended = new { name = "Test", emailPath = "mail", eventName = new { path = "event" }, deliveryIdPath = "id" };

    private TestClient _client = null!;
    private Source _source = null!;

    [SetUp]
    public async Task MakeSourceAsync()
    {
        _client = await App.RegisterAsync();
        _source = await Source.CreateAsync(_client);
    }

    [Test]
    public async Task S5_what_is_skipped_now_is_listed_over_all_sources()
    {
        var other = await Source.CreateAsync(_client);
        var (first, second) = (await SkipAsync("d1"), await SkipAsync("d2"));
        (await other.PostAsync("""{"event":"signUp"}""")).ShouldBe(200);
        (await other.PostAsync("""{"email":"ada@example.com","event":"signUp"}""")).ShouldBe(200);
        var third = (await other.DeliveriesAsync("?status=skipped"))[0].GetProperty("id").GetGuid();

        (await _client.ReadAllAsync("/api/deliveries/skipped", "id")).Should().Equal($"{third}", $"{second}", $"{first}");

        await _source.EditAsync(Mended);
        (await ReplayAsync(first)).ShouldBe(200);
        (await _client.ReadAllAsync("/api/deliveries/skipped", "id")).Should().Equal($"{third}", $"{second}");
        await _client.ShouldPageStrictlyAsync("/api/deliveries/skipped");
        (await (await App.RegisterAsync()).ItemsAsync("/api/deliveries/skipped")).Should().BeEmpty();
    }

    [Test]
    public async Task S9_a_replay_processes_what_the_mended_mapping_reads()
    {
        await _client.LiveAutomationAsync("signUp");
        var id = await SkipAsync("d1");
        (await ReplayAsync(id)).ShouldBe(200).Json.Text("status").Should().Be("skipped");
        await _source.EditAsync(Mended);

        var answer = (await ReplayAsync(id)).ShouldBe(200).Json;

        answer.Text("status").Should().Be("processed");
        answer.Effect().Should().Be((1, 0));
        var delivery = await _source.LastDeliveryAsync();
        delivery.GetProperty("eventId").GetGuid().Should().Be(answer.GetProperty("eventId").GetGuid());
        delivery.Text("status").Should().Be("processed");
        delivery.GetProperty("code").ValueKind.Should().Be(System.Text.Json.JsonValueKind.Null);
        delivery.GetProperty("replayedAt").ValueKind.Should().Be(System.Text.Json.JsonValueKind.String);
        (await _source.CountsAsync()).Should().Be((1, 0, 0, 0));
        (await ReplayAsync(id)).ShouldBeProblem(409, "deliveryProcessed");
    }

    [Test]
    public async Task S9_only_skipped_deliveries_can_be_replayed()
    {
        const string Body = """{"email":"ada@example.com","event":"signUp","id":"d1"}""";
        await _source.PostAsync(Body);
        var processed = (await _source.LastDeliveryAsync()).GetProperty("id").GetGuid();
        await _source.PostAsync(Body);
        var duplicate = (await _source.LastDeliveryAsync()).GetProperty("id").GetGuid();

        (await ReplayAsync(processed)).ShouldBeProblem(409, "deliveryProcessed");
        (await ReplayAsync(duplicate)).ShouldBeProblem(409, "deliveryDuplicate");
        (await ReplayAsync(Guid.NewGuid())).ShouldBeProblem(404, "deliveryNotFound");
    }

    [Test]
    public async Task S6_a_replay_after_a_successful_resend_is_a_duplicate()
    {
        var id = await SkipAsync("d1");
        await _source.EditAsync(Mended);
        var resent = (await _source.PostAsync("""{"mail":"ada@example.com","event":"signUp","id":"d1"}""")).ShouldBe(200).Json;

        (await ReplayAsync(id)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");

        (await _client.GetAsync($"/api/deliveries/{id}")).Json.GetProperty("eventId").GetGuid().Should().Be(resent.GetProperty("eventId").GetGuid());
        (await App.Database.CountAsync("received_events")).Should().Be(1);
    }

    [Test]
    public async Task S9_16_replays_at_once_make_one_event([Values(null, "d1")] string? deliveryId)
    {
        var id = await SkipAsync(deliveryId);
        await _source.EditAsync(Mended);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => ReplayAsync(id)));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        answers.Where(answer => answer.Status != 200).Should().OnlyContain(answer => answer.Status == 409);
        (await App.Database.CountAsync("received_events")).Should().Be(1);
    }

    [Test]
    public async Task S9_16_replays_at_once_on_two_nodes_make_one_event()
    {
        await using var second = await App.StartSecondNodeAsync();
        var there = second.As(_client);
        var id = await SkipAsync(null);
        await _source.EditAsync(Mended);

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            number % 2 == 0 ? ReplayAsync(id) : there.PostAsync($"/api/deliveries/{id}/replay")));

        answers.Count(answer => answer.Status == 200).Should().Be(1);
        (await App.Database.CountAsync("received_events")).Should().Be(1);
    }

    [Test]
    public async Task S9_all_skipped_are_replayed_in_pages_and_those_that_still_can_not_be_read_stay()
    {
        for (var number = 0; number < 70; number++)
        {
            await SkipAsync($"d{number}", number % 10 == 0 ? "no address" : $"ada{number % 3}@example.com");
        }

        (await _source.PostAsync("no JSON")).ShouldBe(200);
        await _source.EditAsync(Mended);

        var answer = (await _client.PostAsync($"{_source.Path}/replay-skipped")).ShouldBe(200).Json;

        (answer.GetProperty("processed").GetInt32(), answer.GetProperty("skipped").GetInt32()).Should().Be((63, 8));
        (await _source.CountsAsync()).Should().Be((63, 8, 0, 0));
        (await _source.DeliveriesAsync("?status=skipped")).Select(delivery => delivery.Text("code")).Distinct().Should().BeEquivalentTo("emailInvalid", "notJson");
        (await _client.PostAsync($"{_source.Path}/replay-skipped")).ShouldBe(200).Json.GetProperty("processed").GetInt32().Should().Be(0);
    }

    [Test]
    public async Task E7_a_contacts_skipped_deliveries_take_effect_in_their_order()
    {
        var ids = new List<string>();
        for (var number = 0; number < 40; number++)
        {
            ids.Add($"{number}");
            await SkipAsync($"{number}");
        }

        await _source.EditAsync(Mended);
        (await _client.PostAsync($"{_source.Path}/replay-skipped")).ShouldBe(200);

        var log = await _client.ItemsAsync("/api/events?limit=200");
        log.Reverse().Select(logged => logged.GetProperty("properties").Text("id")).Should().Equal(ids);
    }

    private async Task<Guid> SkipAsync(string? deliveryId, string mail = "ada@example.com")
    {
        (await _source.PostAsync(System.Text.Json.JsonSerializer.Serialize(new { mail, @event = "signUp", id = deliveryId })))
            .ShouldBe(200).Json.Text("status").Should().Be("skipped");
        return (await _source.DeliveriesAsync("?limit=1"))[0].GetProperty("id").GetGuid();
    }

    private Task<Answer> ReplayAsync(Guid id) => _client.PostAsync($"/api/deliveries/{id}/replay");
}
