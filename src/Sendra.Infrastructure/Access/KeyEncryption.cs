using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Databases;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// Sees at the start that this node can read the stored data-protection keys, and encrypts those that the operator's certificate hasn't
/// encrypted yet: from before there was one, or by one that is being replaced. Data protection itself encrypts only new keys.
/// </summary>
internal sealed partial class KeyEncryption(
    IServiceProvider services, KeyCertificates certificates, DatabaseSettings settings, IOptions<KeyManagementOptions> options, ILoggerFactory loggers, ILogger<KeyEncryption> logger)
{
    // How data protection writes a key.
    private static readonly XNamespace Keys = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName Secret = Keys + "requiresEncryption";
    private static readonly XName Encrypted = Keys + "encryptedSecret";
    private static readonly XName Certificate = (XNamespace)"http://www.w3.org/2000/09/xmldsig#" + "X509Certificate";

    /// <exception cref="DatabaseUnusableException">A key is encrypted by a certificate that this node doesn't have. It would make keys of its own, and others couldn't read what it writes.</exception>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.XmlRepository!.GetAllElements().Any(key => Encrypt(new XElement(key))))
        {
            return;
        }

        await using var scope = services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<SendraDbContext>();
        var count = 0;
        foreach (var row in await database.DataProtectionKeys.ToListAsync(cancellationToken))
        {
            var key = XElement.Parse(row.Xml!);
            if (Encrypt(key))
            {
                row.Xml = key.ToString(SaveOptions.DisableFormatting);
                count++;
            }
        }

        await database.SaveChangesAsync(cancellationToken);
        LogEncrypted(logger, count, certificates.First!.Subject);
    }

    // False when there was nothing to do.
    private bool Encrypt(XElement key)
    {
        foreach (var part in key.Descendants(Encrypted).ToList())
        {
            if (Open(part) is { } secret)
            {
                part.ReplaceWith(secret);
            }
        }

        XElement[] secrets = [.. key.Descendants().Where(element => (bool?)element.Attribute(Secret) == true)];
        if (certificates.First is not { } certificate || secrets.Length == 0)
        {
            return false;
        }

        foreach (var secret in secrets)
        {
            var made = new CertificateXmlEncryptor(certificate, loggers).Encrypt(secret);
            secret.ReplaceWith(new XElement(Encrypted, new XAttribute("decryptorType", made.DecryptorType.AssemblyQualifiedName!), made.EncryptedElement));
        }

        return true;
    }

    // Null when it stays as it is.
    private XElement? Open(XElement part)
    {
        if (part.Descendants(Certificate).FirstOrDefault() is not { } name)
        {
            return null;
        }

        var by = Convert.FromBase64String(name.Value);
        if (!certificates.All.Any(certificate => certificate.RawData.AsSpan().SequenceEqual(by)))
        {
            using var missing = X509CertificateLoader.LoadCertificate(by);
            throw new DatabaseUnusableException(
                settings.Provider,
                new InvalidOperationException($"its data-protection keys are encrypted by the certificate {missing.Subject} ({missing.Thumbprint}). Name its file in DataProtection__Certificates."));
        }

        return certificates.First!.RawData.AsSpan().SequenceEqual(by) ? null : new EncryptedXmlDecryptor(services).Decrypt(part.Elements().Single());
    }

    [LoggerMessage(LogLevel.Information, "Encrypted {Count} stored data-protection keys by the certificate {Certificate}")]
    private static partial void LogEncrypted(ILogger logger, int count, string certificate);
}
