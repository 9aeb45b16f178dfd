using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Sendra.Application.Automations.SimulateAutomation;
using Sendra.WebApi.Contracts.Automations;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Automations;

/// <summary>
/// Streams the steps of a simulation, one a line. It lives in this request alone: whoever closes the connection ends it,
/// and no node has to know of another one's.
/// </summary>
internal sealed class SimulationLinesResult(IAsyncEnumerable<SimulationStep> steps) : ActionResult
{
    public const string ContentType = "application/x-ndjson";

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var (response, aborted) = (context.HttpContext.Response, context.HttpContext.RequestAborted);
        await using var all = steps.GetAsyncEnumerator(aborted);
        if (!await all.MoveNextAsync())
        {
            return;
        }

        // Only now: what keeps it from beginning is an error answer like any other.
        response.ContentType = $"{ContentType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        do
        {
            await JsonSerializer.SerializeAsync(response.Body, all.Current.ToLine(), ApiJson.Options, aborted);
            await response.Body.WriteAsync("\n"u8.ToArray(), aborted);
            await response.Body.FlushAsync(aborted);
        }
        while (await all.MoveNextAsync());
    }
}
