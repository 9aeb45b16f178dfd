using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Sendra.WebApi.FunctionalTests.Outbox;

/// <summary>Somebody else's server, on real Kestrel, that answers as its paths say.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<ReceivedCall> _calls = [];
    private readonly CancellationTokenSource _stopped = new();
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Receiver(WebApplication app) => _app = app;

    public int Port { get; private set; }

    /// <summary>What came, in order.</summary>
    public IReadOnlyList<ReceivedCall> Calls => [.. _calls];

    /// <param name="listen">How it listens, if not plainly.</param>
    public static async Task<Receiver> StartAsync(Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(options => options.Listen(IPAddress.Any, 0, listen ?? (_ => { })));
        var receiver = new Receiver(builder.Build());
        receiver._app.Run(receiver.AnswerAsync);
        await receiver._app.StartAsync();
        receiver.Port = new Uri(receiver._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
        return receiver;
    }

    public string At(string path, string host = "127.0.0.1", string scheme = "http") => $"{scheme}://{host}:{Port}{path}";

    /// <summary>Answers what is held.</summary>
    public void Release() => _released.TrySetResult();

    /// <summary>Waits until so many calls have come.</summary>
    public async Task UntilCallsAsync(int count)
    {
        for (var began = Stopwatch.GetTimestamp(); _calls.Count < count; await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(30), $"{count} calls should have come, and {_calls.Count} did");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        await _app.DisposeAsync();
        _stopped.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var call = new ReceivedCall(
            http.Request.Method, http.Request.Path + http.Request.QueryString, http.Request.Protocol, new HeaderDictionary(http.Request.Headers.ToDictionary()), await reader.ReadToEndAsync());
        _calls.Enqueue(call);
        var tries = _calls.Count(one => one.Id == call.Id && one.Path == call.Path);
        switch (http.Request.Path.Value)
        {
            case "/hang":
                await Task.Delay(Timeout.Infinite, CancellationTokenSource.CreateLinkedTokenSource(_stopped.Token, http.RequestAborted).Token).ContinueWith(_ => { });
                break;
            case "/held":
                await _released.Task.WaitAsync(_stopped.Token);
                break;
            case "/drop":
                http.Abort();
                break;
            case "/failsOnce":
                http.Response.StatusCode = tries == 1 ? 500 : 200;
                break;
            case "/busyOnce":
                http.Response.StatusCode = tries == 1 ? 429 : 200;
                http.Response.Headers.RetryAfter = "7200";
                break;
            case "/inward":
                http.Response.Redirect(At("/ok", "127.0.0.2"), permanent: false, preserveMethod: true);
                break;
            case "/moved":
                http.Response.Redirect(At("/ok"), permanent: false, preserveMethod: true);
                break;
            case "/seeOther":
                http.Response.StatusCode = 303;
                http.Response.Headers.Location = "/ok";
                break;
            case "/circle":
                http.Response.Redirect("/circle", permanent: false, preserveMethod: true);
                break;
            case "/large":
                for (var i = 0; i < 10 * 16; i++)
                {
                    await http.Response.WriteAsync(new string('x', 64 * 1024));
                }

                break;
            case "/ok":
                await http.Response.WriteAsync("thank you");
                break;
            default:
                http.Response.StatusCode = int.Parse(http.Request.Path.Value!.TrimStart('/'), System.Globalization.CultureInfo.InvariantCulture);
                await http.Response.WriteAsync("no");
                break;
        }
    }
}
