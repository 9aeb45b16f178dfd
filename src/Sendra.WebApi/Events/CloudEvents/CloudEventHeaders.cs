using System.Globalization;
using System.Text;
using FluentValidation;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Events.CloudEvents;

/// <summary>Reads the attributes of an event in binary mode: headers that begin with <c>ce-</c>.</summary>
internal static class CloudEventHeaders
{
    private const string Prefix = "ce-";

    /// <summary>True when the request is an event in binary mode.</summary>
    public static bool AreIn(HttpRequest request) => request.Headers.Keys.Any(name => name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase));

    /// <summary>The attributes, without the data.</summary>
    /// <exception cref="ValidationException">One is there twice.</exception>
    public static CloudEvent Read(HttpRequest request)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (header, values) in request.Headers.Where(header => header.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)))
        {
            var name = header[Prefix.Length..].ToLowerInvariant();
            attributes[name] = values is [{ } value] ? Decode(value) : throw JsonBody.Wrong(name, "must be one header");
        }

        return new CloudEvent
        {
            SpecVersion = Take("specversion"),
            Id = Take("id"),
            Source = Take("source"),
            Type = Take("type"),
            Subject = Take("subject"),
            Time = Take("time"),
            Email = Take("email"),
            ExternalId = Take("externalid"),
            DataContentType = request.ContentType,
            Others = attributes.ToDictionary(attribute => attribute.Key, attribute => System.Text.Json.JsonSerializer.SerializeToElement(attribute.Value)),
        };

        string? Take(string name) => attributes.Remove(name, out var value) ? value : null;
    }

    // Quoted values are unquoted, and %41 is A; bytes that are no UTF-8 become U+FFFD, as the specification says.
    private static string Decode(string value)
    {
        var text = value is ['"', .., '"'] ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal).Replace(@"\\", @"\", StringComparison.Ordinal) : value;
        if (!text.Contains('%', StringComparison.Ordinal))
        {
            return text;
        }

        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%' && i + 2 < text.Length && byte.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one))
            {
                bytes.Add(one);
                i += 2;
            }
            else
            {
                bytes.AddRange(Encoding.UTF8.GetBytes(text, i, 1));
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }
}
