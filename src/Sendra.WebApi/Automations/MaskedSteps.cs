using System.Buffers;
using System.Text;
using System.Text.Json;
using Sendra.Application.Automations.TestAutomation;
using Sendra.Domain.Automations.Steps;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Automations;

/// <summary>
/// Steps for an API key that only reads: of calls, the values of headers and what follows the host are left out, since tokens and the URLs of
/// other products' webhooks stand there. All else stays as its author wrote it.
/// </summary>
internal static class MaskedSteps
{
    private const string Mask = "***";

    public static RawJson Of(RawJson steps)
    {
        using var document = JsonDocument.Parse(steps.Text);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var step in document.RootElement.EnumerateArray())
            {
                Write(writer, step);
            }

            writer.WriteEndArray();
        }

        return new RawJson(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    /// <summary>The same of what a test shows.</summary>
    public static TestVisit Of(TestVisit visit) => visit.Rendered is { Url: { } url } rendered
        ? visit with { Rendered = rendered with { Url = HostOf(url), Headers = rendered.Headers?.ToDictionary(header => header.Key, _ => Mask) } }
        : visit;

    private static void Write(Utf8JsonWriter writer, JsonElement step)
    {
        if (!step.TryGetProperty("type", out var type) || !type.ValueEquals(CallUrlStep.TypeName))
        {
            writer.WriteRawValue(step.GetRawText());
            return;
        }

        writer.WriteStartObject();
        foreach (var property in step.EnumerateObject())
        {
            writer.WritePropertyName(property.Name);
            switch (property.Name)
            {
                case "url":
                    writer.WriteStringValue(HostOf(property.Value.GetString()!));
                    break;
                case "headers" when property.Value.ValueKind == JsonValueKind.Object:
                    writer.WriteStartObject();
                    foreach (var header in property.Value.EnumerateObject())
                    {
                        writer.WriteString(header.Name, Mask);
                    }

                    writer.WriteEndObject();
                    break;
                default:
                    writer.WriteRawValue(property.Value.GetRawText());
                    break;
            }
        }

        writer.WriteEndObject();
    }

    // Also of a URL with values in it, which is none yet.
    private static string HostOf(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
        {
            return url;
        }

        var rest = url[(scheme + 3)..];
        var end = rest.AsSpan().IndexOfAny('/', '?', '#');
        return end < 0 ? url : $"{url[..(scheme + 3)]}{rest[..end]}/{Mask}";
    }
}
