using System.Security.Cryptography;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.OpenSsl;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>The public key of a signature, as DNS would tell it.</summary>
internal sealed class DkimPublicKey(RSA key, string domain, string selector) : IDkimPublicKeyLocator
{
    /// <summary>True when a mail has a signature by this key, and nothing that was signed has changed.</summary>
    public Task<bool> HasSignedAsync(MimeMessage mail) =>
        new DkimVerifier(this).VerifyAsync(mail, mail.Headers[mail.Headers.IndexOf(HeaderId.DkimSignature)]);

    public AsymmetricKeyParameter LocatePublicKey(string methods, string asked, string name, CancellationToken cancellationToken = default)
    {
        (asked, name).Should().Be((domain, selector));
        using var reader = new StringReader(key.ExportSubjectPublicKeyInfoPem());
        return (AsymmetricKeyParameter)new PemReader(reader).ReadObject();
    }

    public Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string asked, string name, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, asked, name, cancellationToken));
}
