using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>A certificate authority of the tests' own, which their nodes trust.</summary>
internal static class TestAuthority
{
    private static readonly X509Certificate2 Authority = Make();

    /// <summary>Its certificate, for <c>OutgoingCalls__TrustedCertificates</c>.</summary>
    public static string PemFile { get; } = Write();

    /// <summary>A certificate for a server at an address of this machine.</summary>
    public static X509Certificate2 Issue(string address = "127.0.0.1")
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=receiver", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var issued = request.Create(Authority, Authority.NotBefore, Authority.NotAfter, RandomNumberGenerator.GetBytes(8));
        using var whole = issued.CopyWithPrivateKey(key);
        return X509CertificateLoader.LoadPkcs12(whole.Export(X509ContentType.Pkcs12), null);
    }

    private static X509Certificate2 Make()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Sendra tests", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private static string Write()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("sendra-tests-").FullName, "authority.pem");
        File.WriteAllText(path, Authority.ExportCertificatePem());
        return path;
    }
}
