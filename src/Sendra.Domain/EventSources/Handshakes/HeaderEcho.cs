namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Sends a header back: Okta in a field, Asana in the same header.</summary>
internal sealed class HeaderEcho(HandshakeOptions options) : Handshake(options)
{
    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) => request.Headers[Options.Header!] switch
    {
        null => null,
        var value when Options.ResponseField is { Length: > 0 } => Echo(value),
        var value => HandshakeAnswer.Text("") with { Headers = new Dictionary<string, string> { [Options.Header!] = value } },
    };
}
