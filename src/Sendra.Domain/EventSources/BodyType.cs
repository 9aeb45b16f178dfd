using System.Net.Http.Headers;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>What the Content-Type header claims about a body; a missing or broken one claims nothing.</summary>
internal sealed record BodyType(string? Name, string? Charset, string? Boundary = null)
{
    private static readonly string[] LineTypes = ["ndjson", "jsonl", "json-lines", "jsonlines", "json-seq"];

    private const string Form = "application/x-www-form-urlencoded";

    internal bool IsForm => string.Equals(Name, Form, StringComparison.OrdinalIgnoreCase);

    internal bool IsXml => Name is not null && (Name.EndsWith("/xml", StringComparison.OrdinalIgnoreCase) || Name.EndsWith("+xml", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether it is JSON line by line: application/x-ndjson, application/jsonl and their like.</summary>
    internal bool IsJsonLines => Name is not null && LineTypes.Any(type => Name.Contains(type, StringComparison.OrdinalIgnoreCase));

    internal bool IsMultipart => Name?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Whether the type leaves open what the body is.</summary>
    internal bool IsVague => Name is null
        || Name.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase)
        || Name.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to add to a refusal when the type explains it.</summary>
    internal string Hint => Name is null || Name.Contains("json", StringComparison.OrdinalIgnoreCase)
        ? ""
        : $" Its content type is {Excerpt.Clean(Name)}.";

    internal static BodyType Parse(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
            ? new BodyType(
                type.MediaType,
                type.CharSet?.Trim('"', ' '),
                type.Parameters.FirstOrDefault(parameter => parameter.Name.Equals("boundary", StringComparison.OrdinalIgnoreCase))?.Value?.Trim('"'))
            : new BodyType(contentType?.Split(';', ',')[0].Trim() is { Length: > 0 } name ? name : null, null);
}
