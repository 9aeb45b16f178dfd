using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Sendra.Application.Workflows;
using Sendra.Domain.Enrollments;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Calls;

/// <summary>Makes a call and says what came of it. It follows redirects itself, so that each hop is guarded and signed.</summary>
internal sealed class HttpCaller(OutgoingHttp http, OutgoingCallSettings settings, TimeProvider clock)
{
    private const int MaxRedirects = 5;

    /// <param name="call">What to send.</param>
    /// <param name="id">The same in each try (F4).</param>
    /// <param name="secrets">What signs it.</param>
    public async Task<EffectResult> CallAsync(OutgoingCall call, string id, IReadOnlyList<SigningSecret> secrets, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(settings.Timeout);
        try
        {
            return await FollowAsync(new Hop(new HttpMethod(call.Method), new Uri(call.Url), call, call.Body is null ? null : Encoding.UTF8.GetBytes(call.Body)), id, secrets, time.Token);
        }
        catch (OperationCanceledException) when (time.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new EffectResult.TryAgain($"There was no response within {settings.Timeout.TotalSeconds:0.#} s.");
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return FailureOf(exception);
        }
    }

    private async Task<EffectResult> FollowAsync(Hop hop, string id, IReadOnlyList<SigningSecret> secrets, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = RequestOf(hop, id, secrets);
            using var response = await http.SendAsync(request, cancellationToken);
            var status = (int)response.StatusCode;
            if (status is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
            {
                if (redirects == MaxRedirects)
                {
                    return new EffectResult.Failed(VisitCode.RedirectRefused, $"It was redirected more than {MaxRedirects} times.", status);
                }

                if (hop.Follow(status, location) is not { } next)
                {
                    return new EffectResult.Failed(VisitCode.RedirectRefused, $"The response {status} redirects to a URL that calls can't follow.", status);
                }

                hop = next;
                continue;
            }

            return ResultOf(response, status, await AnswerReader.ReadAsync(response, cancellationToken));
        }
    }

    private HttpRequestMessage RequestOf(Hop hop, string id, IReadOnlyList<SigningSecret> secrets)
    {
        var request = new HttpRequestMessage(hop.Method, hop.Url)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
            Content = hop.Body is null ? null : new ByteArrayContent(hop.Body),
        };
        foreach (var (name, value) in hop.Headers)
        {
            _ = request.Headers.TryAddWithoutValidation(name, value) || request.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        if (!request.Headers.Contains("User-Agent"))
        {
            request.Headers.UserAgent.Add(new ProductInfoHeaderValue("Sendra", null));
        }

        foreach (var (name, value) in CallSignature.HeadersOf(id, clock.GetUtcNow(), hop.Body, secrets))
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return request;
    }

    private EffectResult ResultOf(HttpResponseMessage response, int status, byte[]? answer) => status switch
    {
        >= 200 and < 300 => new EffectResult.Done(status, answer),
        408 or 425 or 429 or >= 500 => new EffectResult.TryAgain($"Answered {status}.", PauseOf(response.Headers.RetryAfter), status, answer),
        _ => new EffectResult.Failed(VisitCode.HttpError, $"Answered {status}.", status, answer),
    };

    private TimeSpan? PauseOf(RetryConditionHeaderValue? asked) =>
        asked is null ? null : asked.Delta ?? (asked.Date is { } date ? date - clock.GetUtcNow() : null);

    private static EffectResult FailureOf(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case AddressRefusedException refused:
                    return new EffectResult.Failed(VisitCode.AddressRefused, refused.Message);
                case AuthenticationException:
                    return new EffectResult.Failed(VisitCode.CertificateInvalid, "The receiver's certificate isn't valid.");
                case SocketException socket:
                    return new EffectResult.TryAgain(socket.SocketErrorCode switch
                    {
                        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain => "The host name can't be resolved.",
                        SocketError.ConnectionRefused => "The connection was refused.",
                        SocketError.HostUnreachable or SocketError.NetworkUnreachable => "The host can't be reached.",
                        _ => "The connection was lost.",
                    });
                default:
                    break;
            }
        }

        return new EffectResult.TryAgain("The connection was lost.");
    }

    /// <summary>One request of a call.</summary>
    private sealed record Hop(HttpMethod Method, Uri Url, OutgoingCall Call, byte[]? Body, bool IsElsewhere = false)
    {
        // What an author wrote for one host is none of another's business.
        public IEnumerable<(string Name, string Value)> Headers => Call.Headers
            .Where(header => !IsElsewhere || (Body is not null && header.Name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
            .Select(header => (header.Name, header.Value));

        /// <summary>As browsers do: 307 and 308 repeat the request, others make a POST a GET, and 303 makes everything one.</summary>
        /// <returns>Null when it leads where no call may go: to no URL, or from https to http.</returns>
        public Hop? Follow(int status, Uri location)
        {
            if (!Uri.TryCreate(Url, location, out var next)
                || !Domain.Automations.Steps.CallUrl.TryRead(next.AbsoluteUri, out next)
                || (Url.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps))
            {
                return null;
            }

            var asGet = status == 303 || (status is 301 or 302 && Method == HttpMethod.Post);
            return this with
            {
                Method = asGet ? HttpMethod.Get : Method,
                Body = asGet ? null : Body,
                Url = next,
                IsElsewhere = IsElsewhere || !next.IdnHost.Equals(Url.IdnHost, StringComparison.OrdinalIgnoreCase),
            };
        }
    }
}
