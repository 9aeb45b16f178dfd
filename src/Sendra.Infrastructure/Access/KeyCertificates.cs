using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// The operator's certificates that encrypt data-protection keys, from <c>DataProtection__Certificates</c>: files, with commas between them.
/// The first one encrypts, all of them decrypt.
/// </summary>
/// <param name="All">With their private keys; none when keys are stored as they are.</param>
internal sealed record KeyCertificates(IReadOnlyList<X509Certificate2> All)
{
    private const string FilesKey = "DataProtection:Certificates";
    private const string PasswordKey = "DataProtection:Password";

    /// <summary>The one that encrypts; null for none.</summary>
    public X509Certificate2? First => All.Count > 0 ? All[0] : null;

    /// <exception cref="InvalidOperationException">A file is no certificate with an RSA key; the message says which.</exception>
    public static KeyCertificates From(IConfiguration configuration) =>
        new([.. (configuration[FilesKey] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(path => Read(path, configuration[PasswordKey]))]);

    public override string ToString() => string.Join(", ", All.Select(certificate => certificate.Subject));

    private static X509Certificate2 Read(string path, string? password)
    {
        X509Certificate2 certificate;
        try
        {
            certificate = Path.GetExtension(path).ToLowerInvariant() is ".pfx" or ".p12" ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
                : string.IsNullOrEmpty(password) ? X509Certificate2.CreateFromPemFile(path)
                : X509Certificate2.CreateFromEncryptedPemFile(path, password);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidOperationException($"DataProtection__Certificates has '{path}', where no certificate with its private key can be read (PEM or PKCS #12): {exception.Message}");
        }

        using var key = certificate.GetRSAPrivateKey();
        return key is not null ? certificate : throw new InvalidOperationException($"DataProtection__Certificates has '{path}', a certificate without an RSA private key.");
    }
}
