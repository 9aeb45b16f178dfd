using System.Net;

namespace Sendra.Infrastructure.Calls;

/// <summary>The one way out for calls: guarded, pooled connections, and nothing that a call did not ask for: no proxy, cookies, credentials or traces.</summary>
internal sealed class OutgoingHttp(GuardedConnections connections, OutgoingCallSettings settings) : IDisposable
{
    private readonly HttpMessageInvoker _invoker = new(new SocketsHttpHandler
    {
        ConnectCallback = connections.ConnectAsync,
        ConnectTimeout = settings.Timeout,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseProxy = false,
        UseCookies = false,
        PreAuthenticate = false,
        Credentials = null,
        ActivityHeadersPropagator = null,
        EnableMultipleHttp2Connections = true,
        SslOptions = { RemoteCertificateValidationCallback = settings.Authorities.Callback },
        MaxResponseHeadersLength = 32,
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
        RequestHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
        ResponseHeaderEncodingSelector = (_, _) => System.Text.Encoding.UTF8,
    });

    /// <summary>Sends a request; the answer's headers have come, its body not yet.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _invoker.SendAsync(request, cancellationToken);

    public void Dispose() => _invoker.Dispose();
}
