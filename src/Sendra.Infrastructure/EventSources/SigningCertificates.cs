using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Logging;
using Sendra.Application.EventSources;
using Sendra.Domain.EventSources.Signatures;
using Sendra.Infrastructure.Calls;

namespace Sendra.Infrastructure.EventSources;

/// <summary>
/// Fetches senders' certificates by the guarded way out, and remembers them until they end. A certificate counts when it is the sender's by
/// name and an authority that this machine trusts has issued it. This node's memory is its own: another one fetches it again.
/// </summary>
internal sealed partial class SigningCertificates(OutgoingHttp http, OutgoingCallSettings settings, TimeProvider clock, ILogger<SigningCertificates> logger) : ISigningCertificates
{
    private const int MaxKept = 1_000;
    private const int MaxBytes = 64 * 1024;
    private const int MaxIssuers = 4;

    // Who sends many deliveries with an address of nothing causes a call now and then, not one each.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PauseOfInvalid = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<Uri, Lazy<Task<Found>>> _found = [];

    public async Task<SigningCertificate?> FindAsync(CertificateAddress address, CancellationToken cancellationToken)
    {
        if (_found.Count >= MaxKept)
        {
            _found.Clear();
        }

        while (true)
        {
            // One fetch for all who wait, so it must not end when one of them goes.
            var fetch = _found.GetOrAdd(address.Url, _ => new Lazy<Task<Found>>(() => FetchAsync(address)));
            var found = await fetch.Value.WaitAsync(cancellationToken);
            if (found.Until > clock.GetUtcNow())
            {
                return found.Certificate;
            }

            _found.TryRemove(KeyValuePair.Create(address.Url, fetch));
        }
    }

    private async Task<Found> FetchAsync(CertificateAddress address)
    {
        using var time = new CancellationTokenSource(settings.Timeout);
        try
        {
            var (status, bytes) = await GetAsync(address.Url, time.Token);
            if (status is 408 or 429 or >= 500)
            {
                throw new HttpRequestException($"Answered {status}.");
            }

            return status == 200 && await ReadAsync(address, bytes, time.Token) is { } certificate ? certificate : Invalid(address);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            LogUnavailable(logger, address.Url.Host, exception.GetBaseException().Message);
            return new Found(null, clock.GetUtcNow() + Pause);
        }
    }

    private async Task<Found?> ReadAsync(CertificateAddress address, byte[] pem, CancellationToken cancellationToken)
    {
        var chain = new X509Certificate2Collection();
        try
        {
            chain.ImportFromPem(Encoding.Latin1.GetString(pem));
            if (chain.Count > 0 && address.Names.Any(name => chain[0].MatchesHostname(name)) && await IsTrustedAsync(chain, cancellationToken))
            {
                return new Found(new SigningCertificate(address.Url, chain[0].PublicKey.ExportSubjectPublicKeyInfo()), new DateTimeOffset(chain[0].NotAfter.ToUniversalTime()));
            }
        }
        catch (CryptographicException)
        {
            // No certificate: it counts as little as a wrong one.
        }
        finally
        {
            foreach (var certificate in chain)
            {
                certificate.Dispose();
            }
        }

        return null;
    }

    // Senders serve their own certificate alone; it says where its issuer's is.
    private async Task<bool> IsTrustedAsync(X509Certificate2Collection chain, CancellationToken cancellationToken)
    {
        for (var last = chain[^1]; !settings.Authorities.VouchFor(chain[0], chain, clock.GetUtcNow()); last = chain[^1])
        {
            var issuer = last.Extensions.OfType<X509AuthorityInformationAccessExtension>().SelectMany(extension => extension.EnumerateCAIssuersUris()).FirstOrDefault();
            if (chain.Count > MaxIssuers
                || !Uri.TryCreate(issuer, UriKind.Absolute, out var url)
                || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            {
                return false;
            }

            var (status, bytes) = await GetAsync(url, cancellationToken);
            if (status != 200)
            {
                throw new HttpRequestException($"{url.Host} answered {status}.");
            }

            chain.Add(X509CertificateLoader.LoadCertificate(bytes));
        }

        return true;
    }

    private async Task<(int Status, byte[] Body)> GetAsync(Uri url, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        using var response = await http.SendAsync(request, cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[MaxBytes];
        var length = await stream.ReadAtLeastAsync(bytes, MaxBytes, throwOnEndOfStream: false, cancellationToken);
        return ((int)response.StatusCode, bytes[..length]);
    }

    private Found Invalid(CertificateAddress address)
    {
        LogInvalid(logger, address.Url);
        return new Found(new SigningCertificate(address.Url, null), clock.GetUtcNow() + PauseOfInvalid);
    }

    [LoggerMessage(LogLevel.Warning, "The certificate that a sender signs with can't be fetched from {Host} ({Problem}). Its deliveries are kept as skipped (certificateUnavailable); replay them once it can")]
    private static partial void LogUnavailable(ILogger logger, string host, string problem);

    [LoggerMessage(LogLevel.Warning, "What stands at {Url} is no certificate of this sender that the machine trusts. Deliveries signed with it are refused")]
    private static partial void LogInvalid(ILogger logger, Uri url);

    private sealed record Found(SigningCertificate? Certificate, DateTimeOffset Until);
}
