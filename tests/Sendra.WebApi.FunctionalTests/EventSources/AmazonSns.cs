using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Sendra.WebApi.FunctionalTests.EventSources;

/// <summary>Messages as Amazon SNS posts them.</summary>
internal static class AmazonSns
{
    /// <summary>The name that its certificates have.</summary>
    public const string Name = "sns.amazonaws.com";

    public static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Signs a message as Amazon's documentation says: the fields in the order of their names, each with its value, a line each.</summary>
    /// <param name="url">Where the certificate is served.</param>
    public static Dictionary<string, string> Sign(Dictionary<string, string> message, X509Certificate2 certificate, string url, string version = "2")
    {
        var text = string.Concat(message.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}\n{field.Value}\n"));
        using var key = certificate.GetRSAPrivateKey()!;
        var hash = version == "1" ? HashAlgorithmName.SHA1 : HashAlgorithmName.SHA256;
        return new(message)
        {
            ["SignatureVersion"] = version,
            ["Signature"] = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(text), hash, RSASignaturePadding.Pkcs1)),
            ["SigningCertURL"] = url,
        };
    }
}
