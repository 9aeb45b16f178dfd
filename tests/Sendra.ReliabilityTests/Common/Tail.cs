using System.Net.ServerSentEvents;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A live tail that somebody reads.</summary>
internal sealed class Tail(HttpResponseMessage answer) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The ids of the next events.</summary>
    /// <param name="count">How many.</param>
    public async Task<List<Guid>> ReadAsync(int count)
    {
        using var limit = new CancellationTokenSource(Patience);
        var ids = new List<Guid>();
        await foreach (var item in SseParser.Create(await answer.Content.ReadAsStreamAsync(limit.Token)).EnumerateAsync(limit.Token))
        {
            ids.Add(Guid.Parse(item.EventId!));
            if (ids.Count == count)
            {
                break;
            }
        }

        return ids;
    }

    public ValueTask DisposeAsync()
    {
        answer.Dispose();
        return ValueTask.CompletedTask;
    }
}
