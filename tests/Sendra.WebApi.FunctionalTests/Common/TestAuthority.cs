using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>A certificate authority of the tests' own, which their nodes trust.</summary>
internal static class TestAuthority
{
    // Tests skip days.
    private static readonly (DateTimeOffset From, DateTimeOffset To) Validity = (DateTimeOffset.UtcNow.AddYears(-10), DateTimeOffset.UtcNow.AddYears(10));

    private static readonly X509Certificate2 Authority = Make();

    /// <summary>Its certificate, for <c>OutgoingCalls__TrustedCertificates</c>.</summary>
    public static string PemFile { get; } = Write();

    /// <summary>A certificate for a server at an address of this machine, or of a name.</summary>
    public static X509Certificate2 Issue(string address = "127.0.0.1") => Issue(Authority, address);

    /// <summary>The same by another issuer, whose certificate is at an address.</summary>
    public static X509Certificate2 Issue(X509Certificate2 issuer, string address, string? issuerUrl = null)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=receiver", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (System.Net.IPAddress.TryParse(address, out var ip))
        {
            names.AddIpAddress(ip);
        }
        else
        {
            names.AddDnsName(address);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        if (issuerUrl is not null)
        {
            request.CertificateExtensions.Add(new X509AuthorityInformationAccessExtension([], [issuerUrl]));
        }

        return WithKey(request.Create(issuer, Authority.NotBefore, Authority.NotAfter, RandomNumberGenerator.GetBytes(8)), key);
    }

    /// <summary>An authority that this one vouches for.</summary>
    public static X509Certificate2 IssueAuthority()
    {
        using var key = RSA.Create(2048);
        return WithKey(AuthorityRequest("CN=Between", key).Create(Authority, Authority.NotBefore, Authority.NotAfter, RandomNumberGenerator.GetBytes(8)), key);
    }

    /// <summary>An authority that nobody vouches for.</summary>
    public static X509Certificate2 Strange() => Make();

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        using var made = AuthorityRequest("CN=Sendra tests", key).CreateSelfSigned(Validity.From, Validity.To);
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static CertificateRequest AuthorityRequest(string name, RSA key)
    {
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        return request;
    }

    private static X509Certificate2 WithKey(X509Certificate2 issued, RSA key)
    {
        using var bare = issued;
        using var whole = bare.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private static string Write()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("sendra-tests-").FullName, "authority.pem");
        File.WriteAllText(path, Authority.ExportCertificatePem());
        return path;
    }
}
