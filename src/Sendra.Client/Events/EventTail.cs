using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sendra.Client.Common;
using Sendra.Client.Http;
using Sendra.Client.Json;

namespace Sendra.Client.Events;

/// <summary>Follows the log over as many connections as it takes. Read once.</summary>
internal sealed class EventTail(ApiConnection api, EventsApi events, EventFilter? filter, TailOptions options)
{
    /// <summary>The most events of a break that are read again: they are held in memory, since the log gives the newest first.</summary>
    public const int MaxMissed = 10_000;

    // Events that are committed late have an earlier time; the server says how late they can be.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    // The server says something every 15 seconds.
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(45);
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(15);

    private readonly RecentIds _known = new(10 * MaxMissed);
    private DateTimeOffset? _newest;
    private TimeSpan _wait = FirstWait;

    public async IAsyncEnumerable<LoggedEvent> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await TryAsync(() => BeginAsync(cancellationToken), cancellationToken).ConfigureAwait(false) is null)
        {
        }

        for (var hasBegun = false; ;)
        {
            // The stream is open before the log is read, so that nothing falls between them.
            var stream = await TryAsync(() => OpenAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
            if (stream is null)
            {
                continue;
            }

            await using (stream.ConfigureAwait(false))
            {
                var missed = await TryAsync(() => ReadMissedAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
                if (missed is null)
                {
                    continue;
                }

                _wait = FirstWait;
                if (hasBegun)
                {
                    options.OnBreak?.Invoke(new TailBreak(null, missed.Count, missed.Count == MaxMissed));
                }
                else
                {
                    options.OnOpen?.Invoke();
                }

                hasBegun = true;
                foreach (var logged in missed)
                {
                    yield return logged;
                }

                await using var lines = Parse(stream, cancellationToken).GetAsyncEnumerator(cancellationToken);
                while (await TryMoveNextAsync(lines, cancellationToken).ConfigureAwait(false))
                {
                    if (Remember(lines.Current))
                    {
                        yield return lines.Current;
                    }
                }
            }
        }
    }

    private static async IAsyncEnumerable<LoggedEvent> Parse(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            if (item.EventType == "received")
            {
                yield return JsonSerializer.Deserialize<LoggedEvent>(item.Data, ApiJson.Options)!;
            }
        }
    }

    private async Task<Stream> OpenAsync(CancellationToken cancellationToken) =>
        new WatchedStream(await api.DownloadAsync(EventFilter.Apply(filter, new Query("api/events/stream")), cancellationToken).ConfigureAwait(false), Silence, api.Clock);

    // Begins behind the newest event that the log has now: its time is the server's, whose clock may differ from this one's.
    private async Task<RecentIds> BeginAsync(CancellationToken cancellationToken)
    {
        if (options.After is { } after)
        {
            Remember(after);
            return _known;
        }

        var seen = 0;
        await foreach (var logged in events.ListAllAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            if (logged.ReceivedAt < _newest - Margin || ++seen > MaxMissed)
            {
                break;
            }

            Remember(logged);
        }

        return _known;
    }

    // What the log has since the newest event that is known, oldest first; all of it when it had none.
    private async Task<List<LoggedEvent>> ReadMissedAsync(CancellationToken cancellationToken)
    {
        var since = _newest is { } newest
            ? (filter ?? new EventFilter()) with { From = Later((newest - Margin).UtcDateTime.ToString("O", CultureInfo.InvariantCulture), filter?.From) }
            : filter;
        var missed = new List<LoggedEvent>();
        await foreach (var logged in events.ListAllAsync(since, cancellationToken).ConfigureAwait(false))
        {
            if (!_known.Has(logged.Id) && missed.Count < MaxMissed)
            {
                missed.Add(logged);
            }
            else if (missed.Count == MaxMissed)
            {
                break;
            }
        }

        missed.Reverse();
        missed.ForEach(logged => Remember(logged));
        return missed;
    }

    // A filter's own beginning counts while it is ahead.
    private static string Later(string from, string? own) =>
        own is not null && DateTimeOffset.TryParse(own, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var begin) && begin > DateTimeOffset.Parse(from, CultureInfo.InvariantCulture)
            ? own
            : from;

    private bool Remember(LoggedEvent logged)
    {
        if (_newest is null || logged.ReceivedAt > _newest)
        {
            _newest = logged.ReceivedAt;
        }

        return _known.Add(logged.Id);
    }

    private async Task<T?> TryAsync<T>(Func<Task<T>> connect, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await connect().ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBreak(exception, cancellationToken))
        {
            await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
            return null;
        }
    }

    private async Task<bool> TryMoveNextAsync(IAsyncEnumerator<LoggedEvent> lines, CancellationToken cancellationToken)
    {
        try
        {
            if (await lines.MoveNextAsync().ConfigureAwait(false))
            {
                return true;
            }

            await BreakAsync(new HttpRequestException("The server ended the stream."), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (IsBreak(exception, cancellationToken))
        {
            await BreakAsync(exception, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }

    private async Task BreakAsync(Exception exception, CancellationToken cancellationToken)
    {
        options.OnBreak?.Invoke(new TailBreak(exception, 0, false));
        await Task.Delay(exception is SendraException { RetryAfter: { } asked } && asked > _wait ? asked : _wait, api.Clock, cancellationToken).ConfigureAwait(false);
        _wait = _wait * 2 < MaxWait ? _wait * 2 : MaxWait;
    }

    private static bool IsBreak(Exception exception, CancellationToken cancellationToken) => !cancellationToken.IsCancellationRequested
        && exception is HttpRequestException or IOException or TimeoutException or SendraException { IsTransient: true };
}
