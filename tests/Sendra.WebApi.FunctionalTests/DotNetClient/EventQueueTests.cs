using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sendra.Client.Events;
using Sendra.Client.Sending;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

public sealed class EventQueueTests(string provider) : ClientTest(provider)
{
    private readonly ConcurrentQueue<UndeliveredEvent> _undelivered = new();

    [SetUp]
    public void Forget() => _undelivered.Clear();

    [Test]
    public async Task Events_go_in_batches_in_order_each_with_a_key_of_its_own()
    {
        var queue = await StartQueueAsync(options => options.BatchSize = 10);
        for (var number = 0; number < 25; number++)
        {
            await queue.EnqueueAsync(Numbered(number));
        }

        await queue.FlushAsync();

        Faults.Tries.Should().HaveCount(3);
        Faults.Tries.Select(one => one.Key).Should().OnlyHaveUniqueItems();
        (await LoggedAsync()).Should().Equal(Enumerable.Range(0, 25));
        queue.Count.Should().Be(0);
    }

    [Test]
    public async Task E8_a_batch_whose_answer_got_lost_makes_no_doubles()
    {
        var queue = await StartQueueAsync(_ => { });
        Faults.LoseAnswer();
        Faults.Answer(503, "3");
        Faults.Answer(429, "2");
        await queue.EnqueueAsync(Numbered(1));

        (await PassTimeAsync(queue.FlushAsync())).Should().BeGreaterThan(TimeSpan.FromSeconds(5));

        (await LoggedAsync()).Should().Equal(1);
        Faults.Tries.Select(one => one.Key).Distinct().Should().ContainSingle();
        _undelivered.Should().BeEmpty();
    }

    [Test]
    public async Task An_event_waits_for_others_but_not_for_long()
    {
        var queue = await StartQueueAsync(options => options.MaxDelay = TimeSpan.FromSeconds(5));
        await queue.EnqueueAsync(Numbered(1));
        await queue.EnqueueAsync(Numbered(2));

        (await PassTimeAsync(UntilAsync(() => queue.Count == 0))).Should().BeGreaterThanOrEqualTo(TimeSpan.FromSeconds(4.9));

        Faults.Tries.Should().ContainSingle();
        (await LoggedAsync()).Should().Equal(1, 2);
    }

    [Test]
    public async Task A_bad_event_is_reported_and_stops_no_other()
    {
        var queue = await StartQueueAsync(_ => { });
        await queue.EnqueueAsync(Numbered(1));
        await queue.EnqueueAsync(Numbered(2) with { Email = "nobody" });
        await queue.EnqueueAsync(Numbered(3) with { EventProperties = new Endless() });
        await queue.EnqueueAsync(Numbered(4));

        await queue.FlushAsync();

        (await LoggedAsync()).Should().Equal(1, 4);
        _undelivered.Select(one => one.Code).Should().BeEquivalentTo("validationFailed", "unserializable");
        _undelivered.Single(one => one.Code == "validationFailed").Should().Match<UndeliveredEvent>(one => one.Event.Email == "nobody" && one.Errors.ContainsKey("email") && !one.MayBeStored);
    }

    [Test]
    public async Task A_batch_that_is_too_large_goes_in_parts()
    {
        var queue = await StartQueueAsync(_ => { });
        Faults.Answer(413);
        Faults.Answer(413);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(number => queue.EnqueueAsync(Numbered(number)).AsTask()));

        await queue.FlushAsync();

        (await LoggedAsync()).Should().BeEquivalentTo([0, 1, 2, 3]);
        Faults.Tries.Select(one => one.Key).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public async Task A_full_queue_lets_wait_or_drops_as_it_was_told()
    {
        var waits = await StartQueueAsync(Tiny(WhenFull.Wait));
        await FillAsync(waits);
        waits.EnqueueAsync(Numbered(9)).AsTask().IsCompleted.Should().BeFalse();
        waits.TryEnqueue(Numbered(10)).Should().BeFalse();
        _undelivered.Single().Should().Match<UndeliveredEvent>(one => one.Code == "queueFull" && one.Event.EventName == "n10");

        _undelivered.Clear();
        var newest = await StartQueueAsync(Tiny(WhenFull.DropNewest));
        await FillAsync(newest);
        await newest.EnqueueAsync(Numbered(9));
        _undelivered.Single().Event.EventName.Should().Be("n9");

        _undelivered.Clear();
        var oldest = await StartQueueAsync(Tiny(WhenFull.DropOldest));
        await FillAsync(oldest);
        await oldest.EnqueueAsync(Numbered(9));
        _undelivered.Single().Event.EventName.Should().Be("n1");
    }

    [Test]
    public async Task Stopping_sends_what_waits_and_takes_no_more()
    {
        var services = await StartAsync(await KeyAsync(), options => options.MaxDelay = TimeSpan.FromHours(1));
        var queue = services.GetRequiredService<EventQueue>();
        await queue.EnqueueAsync(Numbered(1));

        await services.GetRequiredService<IHost>().StopAsync();

        (await LoggedAsync()).Should().Equal(1);
        await FluentActions.Awaiting(() => queue.EnqueueAsync(Numbered(2)).AsTask()).Should().ThrowAsync<ChannelClosedException>();
    }

    [Test]
    public async Task What_cannot_be_sent_before_the_end_is_reported()
    {
        var queue = await StartQueueAsync(options => options.BatchSize = 1);
        for (var one = 0; one < 100; one++)
        {
            Faults.Answer(503);
        }

        await queue.EnqueueAsync(Numbered(1));
        await UntilAsync(() => !Faults.Tries.IsEmpty);
        await queue.EnqueueAsync(Numbered(2));
        using var over = new CancellationTokenSource();
        await over.CancelAsync();

        await queue.StopAsync(over.Token);

        _undelivered.Select(one => (one.Event.EventName, one.Code, one.MayBeStored)).Should().Equal(("n1", "stopped", true), ("n2", "stopped", false));
    }

    [Test]
    public async Task A_server_that_stays_away_is_given_up_and_the_next_batch_has_its_turn()
    {
        var queue = await StartQueueAsync(options => (options.BatchSize, options.GiveUpAfter) = (1, TimeSpan.FromSeconds(1)));
        for (var one = 0; one < 6; one++)
        {
            Faults.Refuse();
        }

        await queue.EnqueueAsync(Numbered(1));
        await queue.EnqueueAsync(Numbered(2));

        await PassTimeAsync(queue.FlushAsync());

        _undelivered.Select(one => (one.Event.EventName, one.Code)).Should().Equal(("n1", "unreachable"));
        (await LoggedAsync()).Should().Equal(2);
    }

    private static SendEvent Numbered(int number) => new() { Email = "ada@example.com", EventName = $"n{number}" };

    private static Action<EventQueueOptions> Tiny(WhenFull whenFull) => options => (options.Capacity, options.BatchSize, options.WhenFull) = (2, 1, whenFull);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Looks.AgainAsync();
        }
    }

    // One is on its way and doesn't arrive, two wait.
    private async Task FillAsync(EventQueue queue)
    {
        Faults.Answer(429, "60");
        await queue.EnqueueAsync(Numbered(0));
        await UntilAsync(() => Faults.Left == 0);
        await queue.EnqueueAsync(Numbered(1));
        await queue.EnqueueAsync(Numbered(2));
    }

    private async Task<Action<Sendra.Client.Common.SendraOptions>> KeyAsync()
    {
        var key = (await App.ProgramAsync(Owner, "events:send")).ApiKey;
        return options => options.ApiKey = key;
    }

    private async Task<EventQueue> StartQueueAsync(Action<EventQueueOptions> configure) => (await StartAsync(await KeyAsync(), options =>
    {
        options.OnUndelivered = _undelivered.Enqueue;
        configure(options);
    })).GetRequiredService<EventQueue>();

    private async Task<int[]> LoggedAsync() =>
        [.. (await Owner.ItemsAsync("/api/events?limit=200")).Select(logged => int.Parse(logged.GetProperty("eventName").GetString()![1..], null)).Reverse()];

    private sealed record Endless
    {
        public Endless Self => this;
    }
}
