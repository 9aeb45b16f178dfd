using System.Net;

namespace Sendra.Client.Common;

/// <summary>
/// Sendra refused a call. What went wrong on the way to it is an <see cref="HttpRequestException"/> instead.
/// </summary>
public sealed class SendraException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">What went wrong, for programs.</param>
    /// <param name="message">What went wrong, for people.</param>
    public SendraException(HttpStatusCode status, string code, string message)
        : base(message) => (Status, Code) = (status, code);

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>What went wrong, such as <c>validationFailed</c> or <c>changedMeanwhile</c>. It stays the same over versions.</summary>
    public string Code { get; }

    /// <summary>What is wrong with each field of the request, by its JSON name. Empty when it isn't about fields.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Identifies the request in the server's log.</summary>
    public string? TraceId { get; init; }

    /// <summary>How long Sendra asks to wait before the next try; null when it doesn't say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same call may succeed later: 429, and every 5xx.</summary>
    public bool IsTransient => Status == HttpStatusCode.TooManyRequests || (int)Status >= 500;
}
