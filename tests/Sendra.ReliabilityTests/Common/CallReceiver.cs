using System.Collections.Concurrent;
using System.Net;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A server that says yes to every call, and remembers how often it got each.</summary>
internal sealed class CallReceiver : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, int> _calls = new();
    private readonly HttpListener _listener = new();
    private readonly Task _answering;

    private CallReceiver(int port)
    {
        Address = new Uri($"http://127.0.0.1:{port}/");
        _listener.Prefixes.Add(Address.ToString());
        _listener.Start();
        _answering = Task.Run(AnswerAsync);
    }

    public Uri Address { get; }

    /// <summary>How often each call came, by its <c>webhook-id</c>.</summary>
    public IReadOnlyDictionary<string, int> Calls => _calls;

    public static CallReceiver Start() => new(FreePort.Find());

    public Task UntilMoreCallsAsync(int count) => Progress.UntilAsync(() => _calls.Count, _calls.Count + count, "calls");

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _answering;
    }

    private async Task AnswerAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _calls.AddOrUpdate(context.Request.Headers["webhook-id"] ?? "", 1, (_, count) => count + 1);
            try
            {
                context.Response.Close();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                // Whoever called was killed.
            }
        }
    }
}
