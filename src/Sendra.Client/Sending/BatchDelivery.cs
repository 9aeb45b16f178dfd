using System.Net;
using Sendra.Client.Common;
using Sendra.Client.Events;

namespace Sendra.Client.Sending;

/// <summary>Sends a batch until it is settled: each of its events is in the log, or reported.</summary>
/// <param name="events">Sends it.</param>
/// <param name="giveUpAfter">For how long it is tried.</param>
/// <param name="undelivered">Told of what doesn't get there.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="abandoned">Ends all tries.</param>
internal sealed class BatchDelivery(EventsApi events, TimeSpan giveUpAfter, UndeliveredEvents undelivered, TimeProvider clock, CancellationToken abandoned)
{
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    public async Task DeliverAsync(IReadOnlyList<SendEvent> batch)
    {
        if (abandoned.IsCancellationRequested)
        {
            undelivered.Report(batch, "stopped", "The application stopped before they were sent.", mayBeStored: false);
            return;
        }

        var (key, start, wait) = (Guid.NewGuid().ToString("N"), clock.GetTimestamp(), FirstWait);
        while (true)
        {
            try
            {
                undelivered.Report(batch, await events.SendBatchAsync(batch, key, abandoned).ConfigureAwait(false));
                return;
            }
            catch (OperationCanceledException) when (abandoned.IsCancellationRequested)
            {
                undelivered.Report(batch, "stopped", "The application stopped while they were sent.", mayBeStored: true);
                return;
            }
            catch (Exception exception) when (GoesInParts(exception) && batch.Count > 1)
            {
                await HalveAsync(batch).ConfigureAwait(false);
                return;
            }
            catch (SendraException refusal) when (!refusal.IsTransient)
            {
                undelivered.Report(batch, refusal.Code, refusal.Message, mayBeStored: false);
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or SendraException)
            {
                if (clock.GetElapsedTime(start) >= giveUpAfter)
                {
                    undelivered.Report(batch, "unreachable", exception.Message, mayBeStored: true);
                    return;
                }

                var asked = (exception as SendraException)?.RetryAfter;
                wait = asked > wait ? asked.Value : wait;
                undelivered.TryAgain(batch.Count, wait, exception);
                if (!await WaitAsync(wait).ConfigureAwait(false))
                {
                    undelivered.Report(batch, "stopped", "The application stopped before they were taken.", mayBeStored: true);
                    return;
                }

                wait = wait * 2 < MaxWait ? wait * 2 : MaxWait;
            }
            catch (Exception exception)
            {
                // Properties that can't become JSON: whoever gave them to the queue is told, and the others go on.
                undelivered.Report(batch, "unserializable", exception.Message, mayBeStored: false);
                return;
            }
        }
    }

    // Nothing of a batch that is too large was done. One event that can't be written holds up no other.
    private static bool GoesInParts(Exception exception) => exception switch
    {
        SendraException { Status: HttpStatusCode.RequestEntityTooLarge } => true,
        SendraException or HttpRequestException or OperationCanceledException => false,
        _ => true,
    };

    private async Task HalveAsync(IReadOnlyList<SendEvent> batch)
    {
        await DeliverAsync([.. batch.Take(batch.Count / 2)]).ConfigureAwait(false);
        await DeliverAsync([.. batch.Skip(batch.Count / 2)]).ConfigureAwait(false);
    }

    private async Task<bool> WaitAsync(TimeSpan wait)
    {
        try
        {
            await Task.Delay(wait, clock, abandoned).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
