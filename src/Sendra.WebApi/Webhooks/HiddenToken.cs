using Microsoft.AspNetCore.Http.Features;
using Sendra.Domain.EventSources;

namespace Sendra.WebApi.Webhooks;

/// <summary>
/// The token of a webhook's URL, taken out of the request before anything can log, trace or repeat it: from here
/// on the path reads <c>/api/webhooks/hidden</c>.
/// </summary>
/// <param name="Token">The token; null when the path holds none that could be one.</param>
/// <param name="Query">What stood behind the path, taken out likewise.</param>
internal sealed record HiddenToken(WebhookToken? Token, string Query)
{
    /// <summary>What comes before the token.</summary>
    public const string PathPrefix = "/api/webhooks/";

    private const string Placeholder = "hidden";

    /// <summary>Hides the token, if the request is for a webhook.</summary>
    /// <param name="features">The request, fresh from the server.</param>
    public static void Hide(IFeatureCollection features)
    {
        var request = features.GetRequiredFeature<IHttpRequestFeature>();

        // Also under a path that a proxy puts in front, and also when more follows, which then is no token.
        var start = request.Path.IndexOf(PathPrefix, StringComparison.OrdinalIgnoreCase) + PathPrefix.Length;
        if (start < PathPrefix.Length)
        {
            return;
        }

        var text = request.Path[start..];
        features.Set(new HiddenToken(WebhookToken.TryParse(text.EndsWith('/') ? text[..^1] : text, out var token) ? token : null, request.QueryString));
        request.Path = request.Path[..start] + Placeholder;
        request.RawTarget = request.Path;

        // Some senders have a secret of their own here; only handshakes look at it.
        request.QueryString = "";
    }
}
