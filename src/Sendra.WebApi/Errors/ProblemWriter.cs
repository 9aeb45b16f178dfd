using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Sendra.WebApi.Contracts;
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
    /// <param name="errors">What is wrong by JSON field name.</param>
    public static Task WriteProblemAsync(
        this HttpContext context,
        int status,
        string? code = null,
        string? detail = null,
        IReadOnlyDictionary<string, string[]>? errors = null)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.CacheControl = "no-store";
        var problem = new Problem
        {
            Title = ReasonPhrases.GetReasonPhrase(status),
            Status = status,
            Detail = detail ?? DetailOf(status),
            Code = code ?? CodeOf(status),
            TraceId = Activity.Current?.Id ?? context.TraceIdentifier,
            Errors = errors,
        };
        return context.RequestServices.GetRequiredService<ErrorForms>().Of(context.Request.Path) is { } form
            ? WriteAsync(context, form.Write(problem, context.Response))
            : context.Response.WriteAsJsonAsync(problem, ApiJson.Options, ContentType, context.RequestAborted);
    }

    private static Task WriteAsync(HttpContext context, object body) =>
        context.Response.WriteAsJsonAsync(body, body.GetType(), ApiJson.Options, "application/json", context.RequestAborted);

    /// <summary>Says when to come back, in whole seconds.</summary>
    public static void SetRetryAfter(this HttpResponse response, TimeSpan retryAfter) =>
        response.Headers.RetryAfter = Math.Ceiling(retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private static string? DetailOf(int status) => status switch
    {
        StatusCodes.Status415UnsupportedMediaType => "The body must be application/json (or any application/…+json) in UTF-8, without a Content-Encoding.",
        _ => null,
    };

    private static string CodeOf(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => "signInRequired",
        StatusCodes.Status403Forbidden => "forbidden",
        StatusCodes.Status404NotFound => "notFound",
        StatusCodes.Status405MethodNotAllowed => "methodNotAllowed",
        StatusCodes.Status406NotAcceptable => "notAcceptable",
        StatusCodes.Status408RequestTimeout => "requestTimeout",
        StatusCodes.Status413PayloadTooLarge => "bodyTooLarge",
        StatusCodes.Status415UnsupportedMediaType => "unsupportedMediaType",
        StatusCodes.Status429TooManyRequests => "tooManyRequests",
        StatusCodes.Status503ServiceUnavailable => "unavailable",
        >= 500 => "unexpected",
        _ => "badRequest",
    };
}
