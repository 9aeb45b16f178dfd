using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>As many exports and simulations as a workspace may run at once, each begun anew when it has ended.</summary>
internal sealed class PastReaders : IAsyncDisposable
{
    private const int Exports = 5;

    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client;
    private readonly Task _all;
    private long _bytes;

    public PastReaders(Contender sendra)
    {
        _client = sendra.Client();
        _all = Task.WhenAll(Enumerable.Range(0, Exports).Select(_ => RunAsync(ExportAsync)).Append(RunAsync(SimulateAsync)));
    }

    /// <summary>How much they have read so far.</summary>
    public double Megabytes => Interlocked.Read(ref _bytes) / 1e6;

    /// <summary>Simulates the automation that loads trigger, over all that the log has.</summary>
    public static async Task<HttpResponseMessage> SimulateAsync(HttpClient client, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/automations/simulate");
        request.Content = JsonContent.Create(new { trigger = new { eventName = EventBodies.TriggerEvent }, exitEvents = new[] { EventBodies.ExitEvent } });
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _all;
        _client.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(Func<CancellationToken, Task<HttpResponseMessage>> ask)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                using var answer = await ask(_stop.Token);
                answer.EnsureSuccessStatusCode();
                await using var body = await answer.Content.ReadAsStreamAsync(_stop.Token);
                while (await body.ReadAsync(buffer, _stop.Token) is > 0 and var read)
                {
                    Interlocked.Add(ref _bytes, read);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // They were stopped.
        }
    }

    private Task<HttpResponseMessage> ExportAsync(CancellationToken stop) =>
        _client.GetAsync("/api/events/export?format=csv", HttpCompletionOption.ResponseHeadersRead, stop);

    private Task<HttpResponseMessage> SimulateAsync(CancellationToken stop) => SimulateAsync(_client, stop);
}
