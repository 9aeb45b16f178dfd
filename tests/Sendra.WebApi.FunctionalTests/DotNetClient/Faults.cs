using System.Collections.Concurrent;
using System.Net;

namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>What stands between a client and the server: it spoils the next tries, and remembers all of them.</summary>
internal sealed class Faults : DelegatingHandler
{
    private readonly ConcurrentQueue<Func<Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>>> _next = new();

    /// <summary>The path and the Idempotency-Key of each try.</summary>
    public ConcurrentQueue<(string Path, string? Key)> Tries { get; } = new();

    /// <summary>How many tries are still to be spoiled.</summary>
    public int Left => _next.Count;

    /// <summary>The next try is answered by something else, and doesn't reach Sendra.</summary>
    public void Answer(int status, string? retryAfter = null) => _next.Enqueue(_ =>
    {
        var response = new HttpResponseMessage((HttpStatusCode)status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return Task.FromResult(response);
    });

    /// <summary>The next try doesn't get through.</summary>
    public void Refuse() => _next.Enqueue(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));

    /// <summary>The next try takes effect, but its answer gets lost.</summary>
    public void LoseAnswer() => _next.Enqueue(async send =>
    {
        (await send()).Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely");
    });

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Tries.Enqueue((request.RequestUri!.AbsolutePath, request.Headers.TryGetValues("Idempotency-Key", out var keys) ? keys.Single() : null));
        return _next.TryDequeue(out var fault) ? fault(() => base.SendAsync(request, cancellationToken)) : base.SendAsync(request, cancellationToken);
    }
}
