namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Sends a field of the body back: Slack, Event Grid, Twitch.</summary>
internal sealed class BodyEcho(HandshakeOptions options) : Handshake(options)
{
    private readonly PayloadPath _field = PayloadPath.Parse(options.Field!);

    private readonly (PayloadPath Path, string Value)[] _requires = [.. (options.Requires ?? new Dictionary<string, string>()).Select(one => (PayloadPath.Parse(one.Key), one.Value))];

    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        request.Payload is { } payload
        && _field.Read(payload, request.Headers).Scalar is { } value
        && _requires.All(one => one.Path.Read(payload, request.Headers).Scalar == one.Value)
            ? Echo(value)
            : null;
}
