using Microsoft.AspNetCore.Mvc.Filters;

namespace Sendra.WebApi.Access;

/// <summary>
/// Ends an answer that takes long within a second after its caller's session or key has ended on this node. The answer breaks off, so that
/// a part is never taken for the whole.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EndsWithCallerAttribute : Attribute, IAsyncResourceFilter
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    /// <summary>True for an answer that never is a whole: it just ends.</summary>
    public bool Quietly { get; init; }

    /// <inheritdoc />
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        using var done = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        var aborted = http.RequestAborted;
        http.RequestAborted = ended.Token;
        var watch = WatchAsync(http, ended, done.Token);
        var executed = await next();
        await done.CancelAsync();
        if (await watch)
        {
            executed.ExceptionHandled = true;
            if (!Quietly)
            {
                http.Abort();
            }
        }

        http.RequestAborted = aborted;
    }

    // True when it has ended the answer. What it knows of a caller it knows from a cache, but for once a minute.
    private static async Task<bool> WatchAsync(HttpContext http, CancellationTokenSource ended, CancellationToken done)
    {
        var credentials = http.RequestServices.GetRequiredService<Credentials>();
        var clock = http.RequestServices.GetRequiredService<TimeProvider>();
        try
        {
            do
            {
                await Task.Delay(Interval, clock, done);
            }
            while (await credentials.AreStillGoodAsync(http));
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception)
        {
            // Who can't be asked for is not trusted any longer; the client comes again.
        }

        await ended.CancelAsync();
        return true;
    }
}
