using System.Buffers;
using System.Text.Json;

namespace Sendra.WebApi.Compat.Common;

/// <summary>Finds the key that Segment's clients may have in the body, as <c>writeKey</c>.</summary>
internal static class BodyKey
{
    /// <summary>The largest body of Segment's clients in bytes, which is the most that is held for somebody who is not known yet.</summary>
    public const int MaxBodyBytes = 500 * 1024;

    private const string Path = CompatPaths.Prefix + "/segment";

    /// <summary>True where a request that names no key otherwise may have it there.</summary>
    public static bool IsLookedFor(HttpRequest request) =>
        request.Headers.Authorization.Count == 0 && HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(Path);

    /// <summary>The key; null when the body has none.</summary>
    public static string? In(ReadOnlySequence<byte> body)
    {
        var json = new Utf8JsonReader(body);
        try
        {
            json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isKey = json.ValueTextEquals("writeKey");
                json.Read();
                if (isKey)
                {
                    return json.TokenType == JsonTokenType.String ? json.GetString() : null;
                }

                json.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // No JSON: whoever reads the body says so.
        }

        return null;
    }
}
