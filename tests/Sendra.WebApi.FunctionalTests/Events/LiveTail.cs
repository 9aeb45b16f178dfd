using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Threading.Channels;

namespace Sendra.WebApi.FunctionalTests.Events;

/// <summary>A browser's EventSource: connected when it is made, and collecting.</summary>
internal sealed class LiveTail : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpResponseMessage _response;
    private readonly Channel<SseItem<string>> _items = Channel.CreateUnbounded<SseItem<string>>();
    private readonly CancellationTokenSource _hangUp = new();
    private readonly Task _reading;

    private LiveTail(HttpResponseMessage response)
    {
        _response = response;
        _reading = Task.Run(ReadAsync);
    }

    /// <summary>The last id that came.</summary>
    public string? LastId { get; private set; }

    public static async Task<LiveTail> OpenAsync(TestClient client, string query = "", params (string Name, string Value)[] headers)
    {
        var response = await client.OpenAsync($"/api/events/stream{query}", headers);
        ((int)response.StatusCode).Should().Be(200);
        response.Content.Headers.ContentType!.MediaType.Should().Be("text/event-stream");
        return new LiveTail(response);
    }

    /// <summary>The next event; fails when none comes.</summary>
    public async Task<JsonElement> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var item = await _items.Reader.ReadAsync(limit.Token);
        item.EventType.Should().Be("received");
        var json = JsonDocument.Parse(item.Data).RootElement;
        json.GetProperty("id").GetString().Should().Be(item.EventId);
        LastId = item.EventId;
        return json;
    }

    /// <summary>Waits until the server ends the stream.</summary>
    public Task EndAsync() => _items.Reader.Completion.WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        // Only when nobody reads any more can the answer be disposed of.
        await _hangUp.CancelAsync();
        await _reading;
        _response.Dispose();
        _hangUp.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            await using var body = await _response.Content.ReadAsStreamAsync(_hangUp.Token);
            await foreach (var item in SseParser.Create(body).EnumerateAsync(_hangUp.Token))
            {
                _items.Writer.TryWrite(item);
            }
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The test hung up, or the server did.
        }

        _items.Writer.Complete();
    }
}
