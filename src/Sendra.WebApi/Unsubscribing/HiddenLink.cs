using Microsoft.AspNetCore.Http.Features;

namespace Sendra.WebApi.Unsubscribing;

/// <summary>
/// The token of an unsubscribe link, taken out of the request before anything can log or trace it: whoever reads a log must not be able to
/// unsubscribe people.
/// </summary>
/// <param name="Token">What stands behind <see cref="PathPrefix"/>.</param>
internal sealed record HiddenLink(string Token)
{
    /// <summary>What comes before the token.</summary>
    public const string PathPrefix = "/u/";

    private const string Placeholder = "hidden";

    /// <summary>Hides the token, if the request is for an unsubscribe page.</summary>
    /// <param name="features">The request, fresh from the server.</param>
    public static void Hide(IFeatureCollection features)
    {
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        if (!request.Path.StartsWith(PathPrefix, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        features.Set(new HiddenLink(request.Path[PathPrefix.Length..]));
        request.Path = PathPrefix + Placeholder;
        request.RawTarget = request.Path;
    }
}
