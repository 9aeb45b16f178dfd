using Microsoft.AspNetCore.Http.Features;
using Sendra.WebApi.Unsubscribing;

namespace Sendra.WebApi.Webhooks;

/// <summary>
/// Hides the tokens of webhooks and unsubscribe links at the one place that comes before the host's own log line about the request's start; a
/// middleware would be too late.
/// </summary>
/// <param name="services">The host's services.</param>
internal sealed class TokenHidingContextFactory(IServiceProvider services) : IHttpContextFactory
{
    private readonly DefaultHttpContextFactory _inner = new(services);

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        HiddenToken.Hide(featureCollection);
        HiddenLink.Hide(featureCollection);
        return _inner.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => _inner.Dispose(httpContext);
}
