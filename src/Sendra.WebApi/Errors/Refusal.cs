using Microsoft.AspNetCore.WebUtilities;
using Sendra.WebApi.Contracts;

namespace Sendra.WebApi.Errors;

/// <summary>What a caller is told of something that could not be done.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable name; by default the one that belongs to the status.</param>
/// <param name="Detail">One sentence for people.</param>
/// <param name="Errors">What is wrong by JSON field name.</param>
/// <param name="RetryAfter">When to come back; null when it is of no use.</param>
internal sealed record Refusal(
    int Status,
    string? Code = null,
    string? Detail = null,
    IReadOnlyDictionary<string, string[]>? Errors = null,
    TimeSpan? RetryAfter = null)
{
    /// <summary>The same as problem details.</summary>
    /// <param name="traceId">By which logs are found; null where there is none.</param>
    public Problem ToProblem(string? traceId) => new()
    {
        Title = ReasonPhrases.GetReasonPhrase(Status),
        Status = Status,
        Detail = Detail ?? DetailOf(Status),
        Code = Code ?? CodeOf(Status),
        TraceId = traceId ?? "",
        Errors = Errors,
    };

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
