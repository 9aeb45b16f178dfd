namespace Sendra.Domain.EventSources.Presets;

/// <summary>A request that the sender's documentation shows.</summary>
/// <param name="Payload">The raw body.</param>
/// <param name="Headers">Its headers, the type of the body among them.</param>
public sealed record PresetSample(string Payload, IReadOnlyDictionary<string, string> Headers);
