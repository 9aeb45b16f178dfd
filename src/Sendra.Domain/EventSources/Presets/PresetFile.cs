using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Domain.EventSources.Presets;

/// <summary>A preset's file: the same shape as the body that creates a source.</summary>
internal sealed record PresetFile(
    string Id,
    string Name,
    string Description,
    string Hint,
    string DocsUrl,
    string EmailPath,
    PresetFile.Naming EventName,
    Dictionary<string, string>? ContactProperties,
    string? DeliveryIdPath,
    SignatureOptions? Signature)
{
    internal EventSourcePreset ToPreset() => new(
        Id,
        Name,
        Description,
        Hint,
        DocsUrl,
        new MappingDefinition(EmailPath, EventName.Fixed, EventName.Path, null, ContactProperties, DeliveryIdPath),
        Signature);

    internal sealed record Naming(string? Fixed, string? Path);
}
