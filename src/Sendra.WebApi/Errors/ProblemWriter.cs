using System.Diagnostics;
using System.Globalization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Errors;

/// <summary>Writes every error answer of the server, whatever the request accepts.</summary>
internal static class ProblemWriter
{
    public const string ContentType = "application/problem+json";

    /// <summary>Answers with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">Stable name; by default the one that belongs to the status.</param>
    /// <param name="detail">One sentence for people.</param>
    public static Task WriteProblemAsync(this HttpContext context, int status, string? code = null, string? detail = null) =>
        context.WriteProblemAsync(new Refusal(status, code, detail));

    /// <summary>Answers with a problem.</summary>
    /// <param name="context">The request.</param>
    /// <param name="refusal">What is wrong.</param>
    public static Task WriteProblemAsync(this HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        context.Response.Headers.CacheControl = "no-store";
        var problem = refusal.ToProblem(Activity.Current?.Id ?? context.TraceIdentifier);
        return context.RequestServices.GetRequiredService<ErrorForms>().Of(context.Request.Path) is { } form
            ? WriteAsync(context, form.Write(problem, context.Response))
            : context.Response.WriteAsJsonAsync(problem, ApiJson.Options, ContentType, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, object body) =>
        context.Response.WriteAsJsonAsync(body, body.GetType(), ApiJson.Options, "application/json", context.RequestAborted);

    /// <summary>Says when to come back, in whole seconds.</summary>
    public static void SetRetryAfter(this HttpResponse response, TimeSpan retryAfter) =>
        response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}
