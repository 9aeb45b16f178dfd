using System.Net.Http.Headers;
using System.Text.Json;
using Sendra.Client.Common;
using Sendra.Client.Json;

namespace Sendra.Client.Http;

/// <summary>An error as the API answers it (RFC 9457).</summary>
/// <param name="Title">What went wrong, in general.</param>
/// <param name="Detail">What went wrong here.</param>
/// <param name="Code">What went wrong, for programs.</param>
/// <param name="TraceId">Identifies the request.</param>
/// <param name="Errors">What is wrong, by field.</param>
internal sealed record Problem(string? Title, string? Detail, string? Code, string? TraceId, Dictionary<string, IReadOnlyList<string>>? Errors)
{
    /// <summary>What an answer that isn't a success means.</summary>
    public static async Task<SendraException> ReadAsync(HttpResponseMessage response, TimeProvider clock, CancellationToken cancellationToken)
    {
        var problem = await TryReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
        var message = problem?.Detail ?? problem?.Title ?? $"The server answered {(int)response.StatusCode} {response.ReasonPhrase}.";
        return new SendraException(response.StatusCode, problem?.Code ?? "unknown", message)
        {
            Errors = problem?.Errors ?? [],
            TraceId = problem?.TraceId,
            RetryAfter = RetryAfter(response.Headers, clock),
        };
    }

    /// <summary>How long an answer asks to wait; null when it doesn't say.</summary>
    public static TimeSpan? RetryAfter(HttpResponseHeaders headers, TimeProvider clock) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    // Something else may have answered: a proxy, or another server.
    private static async Task<Problem?> TryReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json"))
        {
            return null;
        }

        try
        {
            var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync<Problem>(body, ApiJson.Options, cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
