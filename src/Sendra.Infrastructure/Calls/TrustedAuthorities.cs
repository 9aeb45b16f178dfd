using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sendra.Infrastructure.Calls;

/// <summary>Certificate authorities of the operator's own, which vouch for receivers beside those that the machine trusts.</summary>
internal sealed class TrustedAuthorities
{
    public static readonly TrustedAuthorities None = new([]);

    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private readonly X509Certificate2Collection _authorities;

    private TrustedAuthorities(X509Certificate2Collection authorities) => _authorities = authorities;

    /// <summary>Decides on what the machine does not trust; null where the machine alone decides.</summary>
    public RemoteCertificateValidationCallback? Callback => _authorities.Count == 0 ? null : Validate;

    /// <summary>Reads a file of certificates in PEM.</summary>
    /// <exception cref="FormatException">The file can't be read, or has no certificate in it.</exception>
    public static TrustedAuthorities Load(string path)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new FormatException($"the file {path} can't be read: {exception.Message}");
        }

        return authorities.Count > 0 ? new TrustedAuthorities(authorities) : throw new FormatException($"the file {path} has no certificate in PEM.");
    }

    /// <summary>Whether the machine or the operator trusts whoever issued a certificate. Nothing is downloaded for it.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="issuers">Certificates that may lie between it and an authority.</param>
    /// <param name="now">It must be valid at this time.</param>
    public bool VouchFor(X509Certificate2 certificate, X509Certificate2Collection issuers, DateTimeOffset now) =>
        Builds(X509ChainTrustMode.System, certificate, issuers, now)
        || (_authorities.Count > 0 && Builds(X509ChainTrustMode.CustomRootTrust, certificate, issuers, now));

    private bool Builds(X509ChainTrustMode mode, X509Certificate2 certificate, X509Certificate2Collection issuers, DateTimeOffset now)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = mode;
        if (mode == X509ChainTrustMode.CustomRootTrust)
        {
            chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        }

        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = now.UtcDateTime;
        chain.ChainPolicy.ExtraStore.AddRange(issuers);
        return chain.Build(certificate);
    }

    // Another name, or no certificate, is wrong whoever vouches for it.
    private bool Validate(object sender, X509Certificate? certificate, X509Chain? sent, SslPolicyErrors errors)
    {
        if (errors != SslPolicyErrors.RemoteCertificateChainErrors || certificate is null)
        {
            return errors == SslPolicyErrors.None;
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(ServerAuthentication));
        chain.ChainPolicy.ExtraStore.AddRange(sent?.ChainPolicy.ExtraStore ?? []);
        using var receivers = new X509Certificate2(certificate);
        return chain.Build(receivers);
    }
}
