using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Events;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events;

/// <summary>
/// Streams events as server-sent events. Written by hand, since the framework's own result has neither comments, which
/// keep proxies from hanging up, nor raw JSON.
/// </summary>
internal sealed class EventStreamResult(IAsyncEnumerable<LoggedEvent?> events) : ActionResult
{
    public const string ContentType = "text/event-stream";

    // The first line shows the client that it is connected, and how soon to come back when it no longer is.
    private static readonly byte[] Hello = "retry: 2000\n\n"u8.ToArray();
    private static readonly byte[] SignOfLife = ":\n\n"u8.ToArray();
    private static readonly byte[] End = "\n\n"u8.ToArray();

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (http, aborted) = (context.HttpContext, context.HttpContext.RequestAborted);
        http.Response.ContentType = ContentType;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        http.Features.GetRequiredFeature<IHttpResponseBodyFeature>().DisableBuffering();
        var body = http.Response.Body;
        await body.WriteAsync(Hello, aborted);
        await body.FlushAsync(aborted);

        using var line = new JsonLine();
        await foreach (var logged in events.WithCancellation(aborted))
        {
            if (logged is not null)
            {
                await body.WriteAsync(Encoding.ASCII.GetBytes($"id: {logged.Id}\nevent: received\ndata: "), aborted);
                await body.WriteAsync(line.Write(logged.ToResponse()), aborted);
                await body.WriteAsync(End, aborted);
            }
            else
            {
                await body.WriteAsync(SignOfLife, aborted);
            }

            await body.FlushAsync(aborted);
        }
    }
}
