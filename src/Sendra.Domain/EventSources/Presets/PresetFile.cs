using System.Text.Encodings.Web;
using System.Text.Json;
using Sendra.Domain.EventSources.Handshakes;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources.Presets;

/// <summary>A preset's file: the same shape as the body that creates a source.</summary>
internal sealed record PresetFile(
    string Id,
    string Name,
    int Order,
    string Description,
    string Hint,
    string DocsUrl,
    string? EmailPath,
    PresetFile.Naming EventName,
    Dictionary<string, string>? ContactProperties,
    string? DeliveryIdPath,
    string? PropertiesPath,
    string? ExternalIdPath,
    string? ItemsPath,
    string? BodyPath,
    SignatureOptions? Signature,
    HandshakeOptions? Handshake,
    FeedbackFile? Feedback,
    PresetFile.SampleFile Sample)
{
    internal EventSourcePreset ToPreset() => new(
        Id,
        Name,
        Order,
        Description,
        Hint,
        DocsUrl,
        new MappingDefinition(EmailPath, EventName.Fixed, EventName.Path, PropertiesPath, ContactProperties, DeliveryIdPath, ExternalIdPath)
        {
            ItemsPath = ItemsPath,
            BodyPath = BodyPath,
            EventNameMap = EventName.Map,
            EventNamePrefix = EventName.Prefix,
            EventNameOnly = EventName.Only,
            KeepName = EventName.KeepName,
        },
        Signature,
        Handshake,
        Feedback?.ToReader(),
        Sample.ToSample());

    internal sealed record Naming(string? Fixed, string? Path, Dictionary<string, string>? Map, string? Prefix, string[]? Only, bool KeepName);

    /// <summary>JSON stands as such in the file; any other body as a text.</summary>
    internal sealed record SampleFile(JsonElement Payload, Dictionary<string, string> Headers)
    {
        private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

        internal PresetSample ToSample() => new(Payload.ValueKind == JsonValueKind.String ? Payload.GetString()! : JsonSerializer.Serialize(Payload, Indented), Headers);
    }
}
