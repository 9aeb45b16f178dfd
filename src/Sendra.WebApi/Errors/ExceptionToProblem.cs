using Microsoft.AspNetCore.Diagnostics;

namespace Sendra.WebApi.Errors;

/// <summary>Answers with what a client is told of what code throws.</summary>
internal sealed class ExceptionToProblem(Refusals refusals) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        var refusal = refusals.Of(exception);
        if (refusal.RetryAfter is { } later)
        {
            httpContext.Response.SetRetryAfter(later);
        }

        try
        {
            await httpContext.WriteProblemAsync(refusal);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked has gone. That is no failure of ours.
        }

        return true;
    }
}
