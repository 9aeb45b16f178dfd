using Microsoft.AspNetCore.Mvc.Filters;
using Sendra.Application.Common;
using Sendra.Application.Events.SendEventBatch;
using Sendra.Application.Ingestion;

namespace Sendra.WebApi.Mvc;

/// <summary>
/// A batch for which there is no room waits before its body is read, and is refused when none has come: to read, check and then refuse it
/// would cost about as much as to take it, and those who send too much send it again at once.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class WaitsForRoomAttribute : Attribute, IAsyncResourceFilter
{
    // What an event takes of a body, about.
    private const int BytesOfAnEvent = 256;
    private const int Looks = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        var ingestor = http.RequestServices.GetRequiredService<IEventIngestor>();
        if (http.RequestServices.GetRequiredService<IWorkspaceContext>().CurrentWorkspaceId is { } workspaceId)
        {
            var events = (int)Math.Clamp((http.Request.ContentLength ?? 0) / BytesOfAnEvent, 1, SendEventBatchCommand.MaxEvents);
            for (var look = 0; !ingestor.HasRoomFor(workspaceId, events); look++)
            {
                if (look == Looks)
                {
                    throw IngestionUnavailableException.QueueFull();
                }

                await Task.Delay(Pause, http.RequestAborted);
            }
        }

        await next();
    }
}
