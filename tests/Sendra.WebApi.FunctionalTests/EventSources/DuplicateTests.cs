using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Senders repeat themselves (S6).</summary>
internal sealed class DuplicateTests(string provider) : FunctionalTest(provider)
{
    private const string Signup = """{"email":"ada@example.com","event":"signUp","id":"d1"}""";

    private TestClient _client = null!;
    private Source _source = null!;

    [SetUp]
    public async Task MakeSourceAsync()
    {
        _client = await App.RegisterAsync();
        _source = await Source.CreateAsync(_client);
    }

    [Test]
    public async Task S6_a_repeat_is_recorded_and_has_no_effect()
    {
        await _client.LiveAutomationAsync("signUp");
        var first = (await _source.PostAsync(Signup)).ShouldBe(200).Json;

        var again = (await _source.PostAsync("""{"email":"ada@example.com","event":"signUp","id":"d1","attempt":2}""")).ShouldBe(200);

        again.Text.Should().Be("""{"status":"duplicate"}""");
        var delivery = (await _source.DeliveriesAsync("?status=duplicate")).Single();
        delivery.GetProperty("eventId").GetGuid().Should().Be(first.GetProperty("eventId").GetGuid());
        (await _source.CountsAsync()).Should().Be((1, 0, 1, 0));
        (await App.Database.CountAsync("enrollments")).Should().Be(1);
    }

    [Test]
    public async Task S6_the_id_is_read_from_webhook_id_too_and_is_the_sources_own()
    {
        const string Body = """{"email":"ada@example.com","event":"signUp"}""";
        var other = await Source.CreateAsync(_client);

        (await _source.PostAsync(Body, ("webhook-id", "msg_1"))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.PostAsync(Body, ("webhook-id", "msg_1"))).ShouldBe(200).Json.Text("status").Should().Be("duplicate");
        (await _source.PostAsync(Body, ("webhook-id", "MSG_1"))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await other.PostAsync(Body, ("webhook-id", "msg_1"))).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.PostAsync(Body)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.PostAsync(Body)).ShouldBe(200).Json.Text("status").Should().Be("processed", "without an id nothing is a repeat");
        (await _client.EventWithKeyAsync($"source:{_source.Id:N}:msg_1", Body.Replace("event", "eventName", StringComparison.Ordinal))).ShouldBe(200).Json.GetProperty("duplicate").GetBoolean().Should().BeFalse();
    }

    [Test]
    public async Task S6_after_7_days_an_id_may_come_again()
    {
        (await _source.PostAsync(Signup)).ShouldBe(200);
        App.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await _source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");

        App.Clock.Advance(TimeSpan.FromMinutes(2));
        (await _source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");
    }

    [Test]
    public async Task S6_what_was_skipped_may_be_sent_again_and_what_was_processed_not_whatever_the_mapping_says_now()
    {
        const string Mail = """{"mail":"ada@example.com","event":"signUp","id":"d2"}""";
        (await _source.PostAsync(Mail)).ShouldBe(200).Json.Text("status").Should().Be("skipped");
        (await _source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("processed");

        await _source.EditAsync(new { name = "Test", emailPath = "mail", eventName = new { path = "event" }, deliveryIdPath = "id" });

        (await _source.PostAsync(Mail)).ShouldBe(200).Json.Text("status").Should().Be("processed");
        (await _source.PostAsync(Signup)).ShouldBe(200).Json.Text("status").Should().Be("duplicate");
    }

    [Test]
    public async Task S6_32_at_once_make_one_event()
    {
        await _client.LiveAutomationAsync("signUp");

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => _source.PostAsync(Signup)));

        await ShouldBeOneAsync(answers);
    }

    [Test]
    public async Task S6_32_at_once_on_two_nodes_make_one_event()
    {
        await _client.LiveAutomationAsync("signUp");
        await using var second = await App.StartSecondNodeAsync();
        var there = new Uri(second.Address, new Uri(_source.Url).AbsolutePath).ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(number =>
            number % 2 == 0 ? _source.PostAsync(Signup) : second.Anonymous().PostTextAsync(there, Signup)));

        await ShouldBeOneAsync(answers);
    }

    private async Task ShouldBeOneAsync(Answer[] answers)
    {
        answers.Select(answer => answer.ShouldBe(200).Json.Text("status")).Order().Should()
            .Equal([.. Enumerable.Repeat("duplicate", 31), "processed"]);
        (await _source.CountsAsync()).Should().Be((1, 0, 31, 0));
        (await App.Database.CountAsync("received_events")).Should().Be(1);
        (await App.Database.CountAsync("enrollments")).Should().Be(1);
        (await _source.DeliveriesAsync("?limit=200")).Select(delivery => delivery.GetProperty("eventId").GetGuid()).Distinct().Should().ContainSingle();
    }
}
