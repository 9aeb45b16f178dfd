using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>The certificates that senders sign with (S7), from the senders' own servers.</summary>
public interface ISigningCertificates
{
    /// <summary>The certificate; null when it can't be fetched now.</summary>
    /// <param name="address">Where it is.</param>
    Task<SigningCertificate?> FindAsync(CertificateAddress address, CancellationToken cancellationToken);
}
