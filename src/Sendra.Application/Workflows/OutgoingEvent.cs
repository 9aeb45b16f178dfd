using System.Text.Json;
using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Workflows;

/// <summary>An event as a step sends it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Properties">A JSON object, or null.</param>
public sealed record OutgoingEvent(EventName Name, RawJson? Properties)
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ReceivedEvent.MaxPropertiesDepth + 1 };

    /// <summary>As it is kept until it is sent.</summary>
    public string ToJson() => $$"""{"eventName":{{JsonSerializer.Serialize(Name.Value)}},"properties":{{Properties?.Text ?? "null"}}}""";

    /// <param name="json">From <see cref="ToJson"/>.</param>
    /// <exception cref="FormatException">It is something else.</exception>
    public static OutgoingEvent Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, Options);
        var properties = document.RootElement.GetProperty("properties");
        return EventName.TryParse(document.RootElement.GetProperty("eventName").GetString(), out var name, out var problem)
            ? new OutgoingEvent(name, properties.ValueKind == JsonValueKind.Null ? null : new RawJson(properties.GetRawText()))
            : throw new FormatException($"The name of a kept event {problem}.");
    }
}
