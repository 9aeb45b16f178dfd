using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Sendra.Cli.Common;
using Sendra.Client.Common;
using Sendra.Client.Events;

namespace Sendra.Cli.Importing;

/// <summary>
/// Sends the events of a file over several lanes at once. All events of one person go over one lane, one call after the other, so they keep
/// their order. Memory holds a few chunks a lane, however long the file is.
/// </summary>
/// <param name="events">Sends them.</param>
/// <param name="lines">The file.</param>
/// <param name="journal">What is done.</param>
/// <param name="progress">Shown to people.</param>
internal sealed class EventImport(EventsApi events, IEventLines lines, ImportJournal journal, ImportProgress progress)
{
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    // Lanes don't fill evenly: with some chunks ahead, one that is behind doesn't keep the others waiting.
    private const int ChunksAhead = 3;

    private readonly ConcurrentBag<EventChunk> _done = [];
    private readonly string _import = $"{journal.State.Identity}{journal.State.Salt}";
    private int _saidWaiting;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var done = journal.State.Lanes;
        Channel<EventChunk>[] lanes = [.. done.Select(_ => Channel.CreateBounded<EventChunk>(ChunksAhead))];
        Task[] work = [Task.Run(() => ReadAsync(lanes, done, end.Token), CancellationToken.None), .. lanes.Select(lane => Task.Run(() => SendAllAsync(lane.Reader, end.Token), CancellationToken.None))];

        // The first that fails ends the others, and is what is said.
        var left = work.ToList();
        Exception? first = null;
        while (left.Count > 0)
        {
            var one = await Task.WhenAny(left);
            left.Remove(one);
            if (!one.IsCompletedSuccessfully)
            {
                first ??= one.Exception?.InnerException ?? new OperationCanceledException(cancellationToken);
                await end.CancelAsync();
            }
        }

        if (first is not null)
        {
            throw first;
        }
    }

    private async Task ReadAsync(Channel<EventChunk>[] lanes, long[] done, CancellationToken cancellationToken)
    {
        EventChunk[] chunks = [.. Enumerable.Range(0, lanes.Length).Select(lane => new EventChunk(lane))];
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true, MaxDepth = 1_000 });
        while (lines.Read() is { } line)
        {
            buffer.ResetWrittenCount();
            json.Reset();
            var person = "";
            var problem = line.Problem ?? lines.Write(line, json, out person);
            json.Flush();
            var lane = LaneOf(person, line.Number, lanes.Length);
            if (line.Number <= done[lane])
            {
                progress.Pass();
                continue;
            }

            var chunk = chunks[lane];
            if (problem is null)
            {
                chunk.Add(line, buffer.WrittenSpan);
            }
            else
            {
                chunk.Reject(line, problem);
            }

            if (chunk.IsFull)
            {
                await lanes[lane].Writer.WriteAsync(chunk, cancellationToken);
                chunks[lane] = _done.TryTake(out var used) ? used.Reuse(lane) : new EventChunk(lane);
            }
        }

        foreach (var chunk in chunks)
        {
            if (!chunk.IsEmpty)
            {
                await lanes[chunk.Lane].Writer.WriteAsync(chunk, cancellationToken);
            }

            lanes[chunk.Lane].Writer.Complete();
        }
    }

    // The same in every run, whatever the machine. Sendra trims and lower-cases addresses; so do lanes.
    private static int LaneOf(string person, long line, int lanes)
    {
        var hash = 2166136261u;
        foreach (var letter in person.AsSpan().Trim())
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        return (int)((person.Length > 0 ? hash : (ulong)line) % (uint)lanes);
    }

    private async Task SendAllAsync(ChannelReader<EventChunk> chunks, CancellationToken cancellationToken)
    {
        await foreach (var chunk in chunks.ReadAllAsync(cancellationToken))
        {
            var rejected = chunk.Rejected.ToList();
            if (chunk.Lines.Count > 0)
            {
                await SendAsync(chunk, 0, chunk.Lines.Count, rejected, cancellationToken);
            }

            journal.Commit(chunk.Lane, chunk.LastLine, chunk.Lines.Count + chunk.Rejected.Count - rejected.Count, rejected);
            progress.Add(chunk.Lines.Count + chunk.Rejected.Count);
            _done.Add(chunk);
        }
    }

    private async Task SendAsync(EventChunk chunk, int first, int count, List<RejectedLine> rejected, CancellationToken cancellationToken)
    {
        var body = chunk.BodyOf(first, count);
        var key = chunk.KeyOf(_import, first, count, body.Span);
        var (begin, wait) = (TimeProvider.System.GetTimestamp(), TimeSpan.FromSeconds(1));
        while (true)
        {
            try
            {
                var answer = await events.SendBatchJsonAsync(body, key, cancellationToken);
                foreach (var result in answer.Results.Where(result => result.Error is not null))
                {
                    var line = chunk.Lines[first + result.Index];
                    rejected.Add(new RejectedLine(line.Number, ProblemOf(result.Error!.Code, result.Error.Errors), line.Text));
                }

                return;
            }
            catch (SendraException refusal) when (refusal.Status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
            {
                // Too large together, or one spoils the others: nothing was done, and halves find out which.
                if (count == 1)
                {
                    rejected.Add(new RejectedLine(chunk.Lines[first].Number, ProblemOf(refusal.Message, refusal.Errors), chunk.Lines[first].Text));
                    return;
                }

                await SendAsync(chunk, first, count / 2, rejected, cancellationToken);
                await SendAsync(chunk, first + (count / 2), count - (count / 2), rejected, cancellationToken);
                return;
            }
            catch (Exception trouble) when (trouble is HttpRequestException or SendraException { IsTransient: true } && TimeProvider.System.GetElapsedTime(begin) < GiveUpAfter)
            {
                var asked = (trouble as SendraException)?.RetryAfter;
                wait = asked > wait ? asked.Value : wait;
                if (Interlocked.Exchange(ref _saidWaiting, 1) == 0)
                {
                    Terminal.Say($"[yellow]{Spectre.Console.Markup.Escape(trouble.Message)}[/] Trying again for up to {GiveUpAfter.TotalMinutes} minutes.");
                }

                await Task.Delay(wait, cancellationToken);
                wait = wait * 2 < MaxWait ? wait * 2 : MaxWait;
            }
        }
    }

    private static string ProblemOf(string code, IReadOnlyDictionary<string, IReadOnlyList<string>> errors) =>
        errors.Count > 0 ? string.Join(" ", errors.SelectMany(field => field.Value)) : code;
}
