namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>CloudEvents asks by OPTIONS whether its origin may send, and how fast.</summary>
internal sealed class CloudEventsHandshake(HandshakeOptions options) : Handshake(options)
{
    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        request.Method == "OPTIONS" && request.Headers["WebHook-Request-Origin"] is { Length: > 0 } origin
            ? HandshakeAnswer.Text("") with { Headers = new Dictionary<string, string> { ["WebHook-Allowed-Origin"] = origin, ["WebHook-Allowed-Rate"] = "*" } }
            : null;
}
