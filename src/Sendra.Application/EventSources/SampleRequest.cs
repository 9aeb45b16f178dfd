using System.Text;
using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources;

/// <summary>A sender's request, as somebody wrote it down.</summary>
/// <param name="Body">The raw body.</param>
/// <param name="ContentType">Its type, or null when nobody says.</param>
/// <param name="Headers">Its headers.</param>
internal sealed record SampleRequest(byte[] Body, string? ContentType, RequestHeaders Headers)
{
    private const int MaxHeaders = 100;
    private const int MaxHeaderLength = 32 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="payload">The body: a JSON value, or a JSON string with the raw body, such as a form.</param>
    /// <param name="headers">The headers.</param>
    public static SampleRequest Of(RawJson payload, IReadOnlyDictionary<string, string?>? headers)
    {
        var given = new RequestHeaders((headers ?? new Dictionary<string, string?>()).Select(header => KeyValuePair.Create(header.Key, header.Value ?? "")));

        // A string is what was copied from somewhere, a form perhaps; without a header it may be anything.
        return payload.Text.StartsWith('"')
            ? new(Encoding.UTF8.GetBytes(JsonSerializer.Deserialize<string>(payload.Text)!), given["Content-Type"], given)
            : new(Encoding.UTF8.GetBytes(payload.Text), "application/json", given);
    }

    /// <summary>What is wrong with a body, or null.</summary>
    public static string? ProblemOf(RawJson? payload) =>
        payload is not { } json ? "is required"
        : Encoding.UTF8.GetByteCount(json.Text) > Payload.MaxBytes ? $"must be at most {Payload.MaxBytes / 1024} KiB"
        : null;

    /// <summary>What is wrong with headers that are to be sent, or null.</summary>
    public static string? ProblemOf(IReadOnlyDictionary<string, string?>? headers) =>
        headers is null ? null
        : headers.Count > MaxHeaders ? $"must be at most {MaxHeaders} headers"
        : headers.Sum(header => header.Key.Length + (header.Value?.Length ?? 0)) > MaxHeaderLength ? $"must have at most {MaxHeaderLength / 1024} KiB together"
        : null;
}
