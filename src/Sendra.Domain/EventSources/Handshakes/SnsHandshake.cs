using System.Text.RegularExpressions;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>Amazon SNS sends a link that a member opens to begin. Only links to Amazon are shown.</summary>
internal sealed partial class SnsHandshake(HandshakeOptions options) : Handshake(options)
{
    private static readonly PayloadPath Type = PayloadPath.Parse("Type");
    private static readonly PayloadPath Link = PayloadPath.Parse("SubscribeURL");

    public override HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets) =>
        request.Payload is { } payload
        && Type.Read(payload, request.Headers).Text is "SubscriptionConfirmation" or "UnsubscribeConfirmation"
        && Link.Read(payload, request.Headers).Text is { } link
            ? HandshakeAnswer.Text("") with
            {
                Note = Uri.TryCreate(link, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps && AmazonHost().IsMatch(url.Host)
                    ? $"Open this link to confirm the subscription: {link}"
                    : "The link to confirm the subscription doesn't lead to Amazon, so it isn't shown. Somebody else may have sent this.",
            }
            : null;

    [GeneratedRegex(@"^sns\.[a-z0-9-]{1,40}\.amazonaws\.com(\.cn)?$")]
    private static partial Regex AmazonHost();
}
