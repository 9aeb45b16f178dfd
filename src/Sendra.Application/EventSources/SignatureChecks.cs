using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>Checks what a sender signed: the body as it was sent, or as it was before it was compressed.</summary>
internal static class SignatureChecks
{
    public static SignatureCheck Of(SignatureScheme scheme, SignedRequest request, IReadOnlyCollection<string> secrets, DateTimeOffset now)
    {
        var check = scheme.Verify(request, secrets, now);
        return check.Code == SignatureCode.Mismatch && request.Decompressed() is { } decompressed ? scheme.Verify(decompressed, secrets, now) : check;
    }

    /// <summary>Whether the certificate that the request is signed with is needed and not there.</summary>
    public static bool LacksCertificate(SignatureScheme scheme, SignedRequest request) =>
        scheme.CertificateOf(request) is { } address && request.Certificate?.Url != address.Url;
}
