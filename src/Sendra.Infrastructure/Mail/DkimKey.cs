using System.Text;
using Microsoft.Extensions.Configuration;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace Sendra.Infrastructure.Mail;

/// <summary>Signs mails for a domain, from <c>Dkim__…</c>.</summary>
internal sealed class DkimKey
{
    private const string DomainKey = "Dkim:Domain";
    private const string SelectorKey = "Dkim:Selector";
    private const string PrivateKeyKey = "Dkim:PrivateKey";

    // What a receiver shows or acts on. RFC 8058 wants the two of unsubscribing among them.
    private static readonly string[] Signed =
    [
        "From", "Reply-To", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID",
    ];

    private readonly AsymmetricKeyParameter _key;
    private readonly string _domain;
    private readonly string _selector;

    private DkimKey(AsymmetricKeyParameter key, string domain, string selector) => (_key, _domain, _selector) = (key, domain, selector);

    /// <returns>Null when mails aren't signed.</returns>
    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says what to change.</exception>
    public static DkimKey? From(IConfiguration configuration)
    {
        string[] keys = [DomainKey, SelectorKey, PrivateKeyKey];
        var values = Array.ConvertAll(keys, key => configuration[key]?.Trim() is { Length: > 0 } value ? value : null);
        if (Array.TrueForAll(values, value => value is null))
        {
            return null;
        }

        if (Array.IndexOf(values, null) is >= 0 and var missing)
        {
            throw new InvalidOperationException($"{NameOf(keys[missing])} is missing: Dkim__Domain, Dkim__Selector and Dkim__PrivateKey belong together.");
        }

        var (domain, selector, key) = (values[0]!, values[1]!, values[2]!);
        if (Uri.CheckHostName(domain) != UriHostNameType.Dns)
        {
            throw new InvalidOperationException($"{NameOf(DomainKey)} is '{domain}'; it must be a domain.");
        }

        if (Uri.CheckHostName(selector) != UriHostNameType.Dns)
        {
            throw new InvalidOperationException($"{NameOf(SelectorKey)} is '{selector}'; it must be a name like 'mail2026'.");
        }

        return new DkimKey(PrivateKeyOf(key), domain, selector);
    }

    /// <summary>Signs a mail that changes no more. The same mail gets the same signature each time.</summary>
    public void Sign(MimeMessage message)
    {
        var signer = new Signer(_key, _domain, _selector, message.Date)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            SignatureAlgorithm = _key is Ed25519PrivateKeyParameters ? DkimSignatureAlgorithm.Ed25519Sha256 : DkimSignatureAlgorithm.RsaSha256,
        };
        signer.Sign(message, Array.FindAll(Signed, message.Headers.Contains));
    }

    // A path or the key itself, which no message repeats.
    private static AsymmetricKeyParameter PrivateKeyOf(string text)
    {
        var isPem = text.StartsWith("-----BEGIN", StringComparison.Ordinal);
        try
        {
            var pem = isPem ? text : File.ReadAllText(text);
            using var stream = new MemoryStream(Encoding.ASCII.GetBytes(pem));
            return new Signer(stream).Key is { IsPrivate: true } key and (RsaKeyParameters or Ed25519PrivateKeyParameters)
                ? key
                : throw new FormatException("it is neither an RSA nor an Ed25519 key");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidOperationException(
                $"{NameOf(PrivateKeyKey)} must be an RSA or Ed25519 private key in PEM, or the path of one: {(isPem ? "the key can't be read" : $"no key can be read from '{text}'")}.");
        }
    }

    private static string NameOf(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private sealed class Signer : DkimSigner
    {
        private readonly DateTimeOffset _at;

        public Signer(Stream pem)
            : base(pem, "example.com", "none")
        {
        }

        public Signer(AsymmetricKeyParameter key, string domain, string selector, DateTimeOffset at)
            : base(key, domain, selector) => _at = at;

        public AsymmetricKeyParameter Key => PrivateKey;

        protected override long GetTimestamp() => _at.ToUnixTimeSeconds();
    }
}
