using Sendra.Domain.EventSources;
using Sendra.Domain.EventSources.Signatures;

namespace Sendra.Application.EventSources;

/// <summary>Checks what a sender signed: the body as it was sent, or as it was before it was compressed.</summary>
internal static class SignatureChecks
{
    public static SignatureCheck Of(SignatureScheme scheme, byte[] body, RequestHeaders headers, IReadOnlyCollection<string> secrets, DateTimeOffset now)
    {
        var check = scheme.Verify(body, headers, secrets, now);
        return check.Code == SignatureCode.Mismatch && headers["Content-Encoding"] is { } coding && ContentCoding.TryDecode(body, coding) is { } decoded
            ? scheme.Verify(decoded, headers, secrets, now)
            : check;
    }
}
