using System.Threading.Channels;
using Sendra.Client.Common;
using Sendra.Client.Events;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

public sealed class TailTests(string provider) : ClientTest(provider)
{
    private readonly Channel<LoggedEvent> _seen = Channel.CreateUnbounded<LoggedEvent>();
    private readonly Channel<TailBreak> _breaks = Channel.CreateUnbounded<TailBreak>();

    [Test]
    public async Task L2_a_tail_begins_now_goes_over_breaks_and_shows_each_event_once()
    {
        await SendAsync("before");
        using var end = new CancellationTokenSource();
        var tail = FollowAsync(new EventFilter { EventNames = ["a", "b", "c", "d"] }, null, end.Token);
        await UntilOpenAsync(1);
        await SendAsync("a");
        await SendAsync("other");
        (await NextAsync()).Should().Be("a");

        // As when a proxy ends the connection; the next ones are refused for a while.
        Faults.Refuse();
        Faults.Answer(503);
        await BreakAsync();
        (await _breaks.Reader.ReadAsync()).Error.Should().NotBeNull();
        await SendAsync("b");
        await SendAsync("c");
        var breaks = 1;
        await PassTimeAsync(Task.Run(async () =>
        {
            while ((await _breaks.Reader.ReadAsync()) is var seen && seen.Error is not null)
            {
                breaks++;
            }
        }));

        (await NextAsync()).Should().Be("b");
        (await NextAsync()).Should().Be("c");
        await SendAsync("d");
        (await NextAsync()).Should().Be("d");
        await end.CancelAsync();
        await FluentActions.Awaiting(() => tail).Should().ThrowAsync<OperationCanceledException>();
        _seen.Reader.TryPeek(out _).Should().BeFalse();
    }

    [Test]
    public async Task L2_a_tail_goes_on_where_another_ended()
    {
        await SendAsync("a");
        var last = (await Client.Events.ListAsync()).Items.Single();
        await SendAsync("b");
        using var end = new CancellationTokenSource();
        _ = FollowAsync(null, last, end.Token);

        (await NextAsync()).Should().Be("b");
        await end.CancelAsync();
    }

    [Test]
    public async Task W3_a_key_that_may_not_read_is_refused()
    {
        var services = await StartAsync("events:send");
        var client = (Sendra.Client.SendraClient)services.GetService(typeof(Sendra.Client.SendraClient))!;

        (await FluentActions.Awaiting(() => client.Events.TailAsync().FirstAsync().AsTask()).Should().ThrowAsync<SendraException>()).Which.Code.Should().Be("missingScope");
    }

    private Task<Answer> SendAsync(string name) => Owner.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = name });

    private async Task FollowAsync(EventFilter? filter, LoggedEvent? after, CancellationToken cancellationToken)
    {
        await foreach (var logged in Client.Events.TailAsync(filter, new TailOptions { After = after, OnBreak = broken => _breaks.Writer.TryWrite(broken) }, cancellationToken))
        {
            await _seen.Writer.WriteAsync(logged, CancellationToken.None);
        }
    }

    private async Task<string> NextAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return (await _seen.Reader.ReadAsync(patience.Token)).EventName;
    }

    private async Task UntilOpenAsync(int streams)
    {
        while (Faults.Tries.Count(one => one.Path == "/api/events/stream") < streams || Faults.Tries.Count(one => one.Path == "/api/events") < 2 * streams)
        {
            await Looks.AgainAsync();
        }
    }

    // The stream's own silence is what breaks it: the client's clock skips the time in which the server would have said something.
    // That is repeated, since the client may just be about to listen.
    private async Task BreakAsync()
    {
        while (!_breaks.Reader.TryPeek(out _))
        {
            Clock.Advance(TimeSpan.FromSeconds(46));
            await Looks.AgainAsync();
        }
    }
}
