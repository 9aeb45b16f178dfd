namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A request of a sender.</summary>
/// <param name="Payload">The raw body.</param>
/// <param name="Headers">Its headers.</param>
public sealed record SampleContract(string Payload, IReadOnlyDictionary<string, string> Headers);
