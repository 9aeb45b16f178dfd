using System.Diagnostics.CodeAnalysis;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// One header with the HMAC of the body alone, in hex or base64: GitHub, Shopify, Lemon Squeezy, and under the name
/// <c>hmacSha256</c> any sender that does it likewise.
/// </summary>
internal sealed class BodyHmacScheme(SignatureOptions options, string header, bool isBase64, string prefix)
    : SignatureScheme(options, header)
{
    internal const string GenericName = "hmacSha256";

    private const int MaxHeaderNameLength = 100;
    private const int MaxPrefixLength = 50;

    internal static bool TryCreateGeneric(
        SignatureOptions options,
        [NotNullWhen(true)] out SignatureScheme? scheme,
        [NotNullWhen(false)] out MappingProblem? problem)
    {
        problem = options switch
        {
            { Header: null or "" } => new("signature.header", "Name the header that carries the signature, for example X-Signature."),
            { Header.Length: > MaxHeaderNameLength } => new("signature.header", $"A header name has at most {MaxHeaderNameLength} characters."),
            _ when !HeaderName.IsLegal(options.Header) => new("signature.header", "This isn't a header name. Use letters, digits and hyphens."),
            { Encoding: not (null or "hex" or "base64") } => new("signature.encoding", "The encoding must be hex or base64."),
            { Prefix.Length: > MaxPrefixLength } => new("signature.prefix", $"The prefix has at most {MaxPrefixLength} characters."),
            _ when options.Prefix?.All(mark => mark is >= ' ' and <= '~') is false => new("signature.prefix", "The prefix must be plain ASCII text, for example sha256=."),
            _ => null,
        };
        scheme = problem is null
            ? new BodyHmacScheme(options, options.Header!, options.Encoding == "base64", options.Prefix ?? "")
            : null;
        return scheme is not null;
    }

    internal override SignatureClaim? Read(RequestHeaders headers, out SignatureCheck? refusal)
    {
        if (Header(headers, SignatureHeader, out refusal) is not { } text)
        {
            return null;
        }

        var encoded = text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..].Trim() : "";
        var signature = isBase64 ? SignatureText.FromBase64(encoded) : SignatureText.FromHex(encoded);
        if (signature is null)
        {
            refusal = Malformed(SignatureHeader, $"{prefix}{(isBase64 ? "base64" : "hex digits")}");
            return null;
        }

        return new SignatureClaim([signature]);
    }
}
