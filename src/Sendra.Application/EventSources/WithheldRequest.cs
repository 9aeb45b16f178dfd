using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>What of a request is kept encrypted until its signature can be checked (S17).</summary>
internal static class WithheldRequest
{
    // No header has such a name.
    private const string Url = ":url";

    /// <summary>All headers but those that repeat the secret URL, and the URL, which some senders sign.</summary>
    public static string Write(SignedRequest request, WebhookToken token, Func<string, string> protect) =>
        protect(request.Headers.WithoutToken(token).With(Url, request.Url).ToJson());

    /// <summary>The request as it arrived; without headers if what was kept is lost.</summary>
    public static SignedRequest Read(Delivery delivery, ISourceSecrets secrets)
    {
        var headers = delivery.WithheldHeaders is { } stored && secrets.Open(stored) is { } json ? RequestHeaders.FromJson(json) : RequestHeaders.None;
        return new SignedRequest(delivery.Payload!, headers, delivery.ContentType, headers[Url] ?? "");
    }
}
