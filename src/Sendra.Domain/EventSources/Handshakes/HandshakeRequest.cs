namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>A request that may be a handshake.</summary>
/// <param name="Method">The HTTP method, in capitals.</param>
/// <param name="Query">The parameters of the URL.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Payload">The body; null when there is none that can be read.</param>
public sealed record HandshakeRequest(string Method, IReadOnlyDictionary<string, string> Query, RequestHeaders Headers, Payload? Payload);
