namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Sends a parameter of the URL back: Meta, Dropbox, Strava, and by POST Microsoft Graph.</summary>
internal sealed class QueryEcho(HandshakeOptions options) : Handshake(options)
{
    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        request.Query.TryGetValue(Options.Parameter!, out var value)
        && (Options.Requires?.All(one => request.Query.TryGetValue(one.Key, out var given) && given == one.Value) ?? true)
            ? Echo(value)
            : null;
}
