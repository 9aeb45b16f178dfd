using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Events;
using Sendra.Domain.Common;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Events;
using Sendra.Infrastructure.Persistence.Workspaces;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Events;

public sealed class LiveTailTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task L2_an_event_shows_up_as_the_logs_item()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "before");
        await using var tail = await LiveTail.OpenAsync(ada);
        (await ada.PostTextAsync("/api/events/send", "{\"email\":\"bob@example.com\",\"eventName\":\"now\",\"eventProperties\":{\r\n\"a\":1.10}}")).ShouldBe(200);

        var shown = await tail.NextAsync();

        shown.GetRawText().Should().Be((await ada.ItemsAsync("/api/events"))[0].GetRawText().Replace('\r', ' ').Replace('\n', ' '));
    }

    [Test]
    public async Task L2_a_tail_has_the_logs_filters()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [new { id = "w", type = "waitForEvent", eventName = "visit", timeout = "P9D" }]);
        (await ada.PostAsync("/api/event-patterns", new { name = "signUp" })).ShouldBe(201);
        string[] filters = [.. LogFilter.All(new EventSourceId(Guid.CreateVersion7()), App.Clock.GetUtcNow()).Select(filter => $"?{filter.Query}")];
        var tails = new List<LiveTail>();
        foreach (var filter in filters)
        {
            tails.Add(await LiveTail.OpenAsync(ada, filter));
        }

        foreach (var (email, name) in new[] { ("ann@example.com", "signUp"), ("ann@example.com", "visit"), ("bob@example.com", "signUp"), ("anna@example.com", "SIGNUP") })
        {
            await ada.EventAsync(email, name);
        }

        foreach (var (filter, tail) in filters.Zip(tails))
        {
            foreach (var item in (await ada.ItemsAsync($"/api/events{filter}")).Reverse())
            {
                (await tail.NextAsync()).Text("id").Should().Be(item.Text("id"), filter);
            }

            await tail.DisposeAsync();
        }
    }

    [Test]
    public async Task W8_the_21st_stream_of_a_session_is_refused_until_one_has_ended()
    {
        var (ada, eve) = (await App.RegisterAsync(), await App.RegisterAsync());
        var open = new List<LiveTail>();
        for (var number = 0; number < 20; number++)
        {
            open.Add(await LiveTail.OpenAsync(ada));
        }

        (await ada.GetAsync("/api/events/stream")).ShouldBeProblem(429, "streamsBusy").Headers.RetryAfter!.Delta.Should().BeGreaterThan(TimeSpan.Zero);
        await (await LiveTail.OpenAsync(eve)).DisposeAsync();

        await open[0].DisposeAsync();
        await UntilAsync(async () =>
        {
            using var answer = await ada.OpenAsync("/api/events/stream");
            return answer.IsSuccessStatusCode;
        }).WaitAsync(TimeSpan.FromMinutes(1));
        foreach (var tail in open.Skip(1))
        {
            await tail.DisposeAsync();
        }

        static async Task UntilAsync(Func<Task<bool>> isSo)
        {
            while (!await isSo())
            {
            }
        }
    }

    [Test]
    public async Task L2_two_nodes_one_tail()
    {
        await using var other = await App.StartSecondNodeAsync();
        var ada = await App.RegisterAsync();
        await using var here = await LiveTail.OpenAsync(ada);
        await using var there = await LiveTail.OpenAsync(other.As(ada));

        var sent = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            sent.Add((await (i % 2 == 0 ? ada : other.As(ada)).EventAsync("bob@example.com", $"e{i}")).Text("eventId"));
        }

        foreach (var tail in new[] { here, there })
        {
            var shown = new List<string>();
            while (shown.Count < sent.Count)
            {
                shown.Add((await tail.NextAsync()).Text("id"));
            }

            shown.Should().BeEquivalentTo(sent);
        }
    }

    [Test]
    public async Task L2_a_commit_that_took_long_is_shown_once()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "first");
        var contactId = (await ada.ItemsAsync("/api/contacts")).Single().GetProperty("id").GetGuid();
        await using var tail = await LiveTail.OpenAsync(ada);
        await ada.EventAsync("bob@example.com", "later");
        (await tail.NextAsync()).Text("eventName").Should().Be("later");

        await CommitAsync(ada, contactId, "slow", TimeSpan.FromSeconds(1));
        await CommitAsync(ada, contactId, "slower", TimeSpan.FromSeconds(14));

        (await tail.NextAsync()).Text("eventName").Should().Be("slow");
        (await tail.NextAsync()).Text("eventName").Should().Be("slower");
        await ada.EventAsync("bob@example.com", "last");
        (await tail.NextAsync()).Text("eventName").Should().Be("last");
    }

    [Test]
    public async Task L2_who_comes_back_misses_nothing_while_events_are_sent()
    {
        var ada = await App.RegisterAsync();
        var tail = await LiveTail.OpenAsync(ada);
        var sent = new List<string>();
        var sending = Task.WhenAll(Enumerable.Range(0, 4).Select(async sender =>
        {
            for (var i = 0; i < 25; i++)
            {
                var id = (await ada.EventAsync($"p{sender}@example.com", $"e{i}")).Text("eventId");
                lock (sent)
                {
                    sent.Add(id);
                }
            }
        }));

        var shown = new List<string>();
        while (shown.Count < 100)
        {
            shown.Add((await tail.NextAsync()).Text("id"));
            if (shown.Count % 30 == 0)
            {
                // Hangs up without reading what may be on its way.
                var last = tail.LastId!;
                await tail.DisposeAsync();
                tail = shown.Count == 30 ? await LiveTail.OpenAsync(ada, "", ("Last-Event-ID", last)) : await LiveTail.OpenAsync(ada, $"?lastEventId={last}");
            }
        }

        await sending;
        await tail.DisposeAsync();
        shown.Should().BeEquivalentTo(sent);
    }

    [Test]
    public async Task L2_who_comes_back_twice_gets_all_that_was_committed_late_once()
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "first");
        var contactId = (await ada.ItemsAsync("/api/contacts")).Single().GetProperty("id").GetGuid();
        await using var colleague = await LiveTail.OpenAsync(await App.ProgramAsync(ada, "read"));
        var tail = await LiveTail.OpenAsync(ada);
        await ada.EventAsync("bob@example.com", "last");
        (await tail.NextAsync()).Text("eventName").Should().Be("last");
        await tail.DisposeAsync();

        // Each comes to light after one with a higher id, while nobody of this session is there.
        (await colleague.NextAsync()).Text("eventName").Should().Be("last");
        await ada.EventAsync("bob@example.com", "later");
        (await colleague.NextAsync()).Text("eventName").Should().Be("later");
        await CommitAsync(ada, contactId, "late", TimeSpan.FromSeconds(1));
        (await colleague.NextAsync()).Text("eventName").Should().Be("late");
        await CommitAsync(ada, contactId, "very late", TimeSpan.FromSeconds(14));
        (await colleague.NextAsync()).Text("eventName").Should().Be("very late");

        var shown = new List<string>();
        for (var times = 0; times < 3; times++)
        {
            tail = await LiveTail.OpenAsync(ada, "", ("Last-Event-ID", tail.LastId!));
            shown.Add((await tail.NextAsync()).Text("eventName"));
            await tail.DisposeAsync();
        }

        shown.Should().Equal("later", "late", "very late");
    }

    [Test]
    public async Task L2_who_comes_back_to_a_node_that_knows_nothing_misses_nothing()
    {
        await using var other = await App.StartSecondNodeAsync();
        var ada = await App.RegisterAsync();
        var last = (await ada.EventAsync("bob@example.com", "seen")).Text("eventId");
        await ada.EventAsync("bob@example.com", "missed");
        await using var tail = await LiveTail.OpenAsync(other.As(ada), "", ("Last-Event-ID", last));

        (await tail.NextAsync()).Text("eventName").Should().Be("missed");
        await ada.EventAsync("bob@example.com", "next");
        (await tail.NextAsync()).Text("eventName").Should().Be("next");
    }

    [Test]
    public async Task L2_who_comes_back_after_thousands_of_events_misses_none()
    {
        const int Missed = 3_000;
        var ada = await App.RegisterAsync();
        var last = (await ada.EventAsync("bob@example.com", "seen")).Text("eventId");
        foreach (var numbers in Enumerable.Range(0, Missed).Chunk(1_000))
        {
            (await ada.PostAsync("/api/events/batch", new { events = numbers.Select(number => new { email = "bob@example.com", eventName = $"e{number}" }) })).ShouldBe(200);
        }

        await using var tail = await LiveTail.OpenAsync(ada, "", ("Last-Event-ID", last));

        var shown = new List<string>();
        while (shown.Count < Missed)
        {
            shown.Add((await tail.NextAsync()).Text("eventName"));
        }

        shown.Should().BeEquivalentTo(Enumerable.Range(0, Missed).Select(number => $"e{number}"));
    }

    [Test]
    public async Task L2_who_comes_back_to_another_node_misses_nothing_that_was_committed_late([Values] bool isFollowedThere)
    {
        await using var other = await App.StartSecondNodeAsync();
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "first");
        var contactId = (await ada.ItemsAsync("/api/contacts")).Single().GetProperty("id").GetGuid();
        var here = await LiveTail.OpenAsync(ada);
        await ada.EventAsync("bob@example.com", "last");
        (await here.NextAsync()).Text("eventName").Should().Be("last");
        await here.DisposeAsync();
        await CommitAsync(ada, contactId, "late", TimeSpan.FromSeconds(1));

        // Both came to light on the other node already, there in the order of their ids.
        await using var colleague = isFollowedThere ? await LiveTail.OpenAsync(other.As(await App.ProgramAsync(ada, "read"))) : null;
        await using var there = await LiveTail.OpenAsync(other.As(ada), "", ("Last-Event-ID", here.LastId!));

        var shown = new List<string>();
        do
        {
            shown.Add((await there.NextAsync()).Text("eventName"));
        }
        while (shown[^1] != "late");
        shown.Should().OnlyHaveUniqueItems().And.NotContain("last");
    }

    [TestCase(100, 250 * 1024)]
    [TestCase(5_000, 1)]
    public void L2_who_reads_too_slowly_is_dropped_by_number_and_by_size(int events, int characters)
    {
        var everything = new EventLogFilter(new LogFilterText());
        var reader = new TailReader(Guid.NewGuid(), everything);
        var properties = new RawJson($"\"{new string('x', characters)}\"");
        var logged = new LoggedEvent(new EventId(Guid.NewGuid()), "e", "a@example.com", new ContactId(Guid.NewGuid()), default, null, EventOrigin.Api, null, null, false, 0, 0, 0, false, properties);

        var taken = Enumerable.Range(0, events).TakeWhile(_ => reader.Offer(logged)).Count();

        taken.Should().Be(Math.Min(TailReader.MaxWaiting, TailReader.MaxWaitingCharacters / properties.Text.Length));
    }

    [TestCase("00000000-0000-0000-0000-000000000000")]
    [TestCase("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [TestCase("80000000-0000-7000-8000-000000000000")]
    public async Task H1_any_id_can_be_the_last_one(string id)
    {
        var ada = await App.RegisterAsync();
        await ada.EventAsync("bob@example.com", "recent");
        await using var tail = await LiveTail.OpenAsync(ada, $"?lastEventId={id}");

        (await tail.NextAsync()).Text("eventName").Should().Be("recent");
    }

    [Test]
    public async Task W4_a_tail_shows_nothing_of_another_workspace_and_needs_a_session()
    {
        var (mine, theirs) = (await App.RegisterAsync(), await App.RegisterAsync());
        await using var tail = await LiveTail.OpenAsync(mine);
        await theirs.EventAsync("bob@example.com", "theirs");
        await mine.EventAsync("bob@example.com", "mine");

        (await tail.NextAsync()).Text("eventName").Should().Be("mine");
        (await App.Anonymous().GetAsync("/api/events/stream")).ShouldBeProblem(401, "signInRequired");
        (await mine.GetAsync("/api/events/stream?declared=perhaps")).ShouldRefuse("declared");
        (await mine.GetAsync("/api/events/stream?email=nobody")).ShouldRefuse("email");
        (await mine.GetAsync("/api/events/stream?lastEventId=7")).ShouldRefuse("lastEventId");
    }

    [Test]
    public async Task W2_a_tail_ends_with_its_session()
    {
        var ada = await App.RegisterAsync();
        await using var tail = await LiveTail.OpenAsync(ada);
        (await ada.PostAsync("/api/auth/logout")).ShouldBe(204);

        // With the next sign of life.
        App.Clock.Advance(IEventTail.SignOfLife);

        await tail.EndAsync();
    }

    // As ingestion would have, had the commit taken so long.
    private async Task CommitAsync(TestClient client, Guid contactId, string name, TimeSpan ago)
    {
        EventName.TryParse(name, out var eventName, out _).Should().BeTrue();
        var id = new IdGenerator(new Past(App.Clock.GetUtcNow() - ago)).Next<EventId>();
        await using var db = App.Node.Services.GetRequiredService<WorkspaceDbContexts>().For(new WorkspaceId(client.WorkspaceId));
        db.Add(ReceivedEvent.Record(id, new WorkspaceId(client.WorkspaceId), new ContactId(contactId), eventName!, null, null, EventOrigin.Api, []));
        await db.SaveChangesAsync();
    }

    private sealed class Past(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}
