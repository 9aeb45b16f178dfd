using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>No signature but a credential in a header: HTTP's basic authentication, or a token (S16). It proves the sender, and nothing about the body.</summary>
/// <param name="expected">What the header says, by the secret.</param>
internal sealed class CredentialScheme(SignatureOptions options, string header, Func<string, string> expected) : SignatureScheme(options, header)
{
    internal const string BasicName = "basic";
    internal const string TokenName = "token";

    private const string Authorization = "Authorization";
    private const int MaxUserLength = 200;
    private const int MaxPrefixLength = 50;

    internal static bool TryMake(
        SignatureOptions options, [NotNullWhen(true)] out SignatureScheme? scheme, [NotNullWhen(false)] out MappingProblem? problem)
    {
        var isBasic = options.Scheme == BasicName;
        problem = options switch
        {
            not { Field: null, Topic: null, Part: null, Algorithm: null, Signed: null, Timestamp: null, Tolerance: null, PublicKeys: null, Encoding: null } =>
                new("signature.scheme", $"The scheme {options.Scheme} signs nothing; it has {(isBasic ? "a user" : "a header and a prefix")} only."),
            { Header: not null } or { Prefix: not null } when isBasic => new("signature.scheme", $"The scheme {BasicName} has the header {Authorization}."),
            { User: null or "" or { Length: > MaxUserLength } } when isBasic => new("signature.user", $"Name the user that the sender signs in as, 1 to {MaxUserLength} characters."),
            _ when isBasic && (options.User!.Contains(':', StringComparison.Ordinal) || options.User.Any(char.IsControl)) => new("signature.user", "A user has no colon in it, and no control characters."),
            { User: not null } when !isBasic => new("signature.user", $"A user goes with the scheme {BasicName} only."),
            { Prefix.Length: > MaxPrefixLength } => new("signature.prefix", $"The prefix has at most {MaxPrefixLength} characters."),
            _ when !isBasic => HeaderProblem("signature.header", options.Header, "Name the header that carries the token, for example X-Token."),
            _ => null,
        };
        scheme = problem is not null ? null
            : isBasic ? new CredentialScheme(options, Authorization, secret => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{secret}")))
            : new CredentialScheme(options, options.Header!, secret => options.Prefix + secret);
        return scheme is not null;
    }

    private protected override byte[]? Key(string text) => text.Length == 0 ? null : Hash(expected(text));

    private protected override SignatureCheck Verify(SignedRequest request, IEnumerable<byte[]> keys, DateTimeOffset now)
    {
        if (Header(request.Headers, SignatureHeader!, out var refusal) is not { } given)
        {
            return refusal!;
        }

        var isKnown = false;
        foreach (var key in keys)
        {
            isKnown |= CryptographicOperations.FixedTimeEquals(key, Hash(given));
        }

        return isKnown
            ? SignatureCheck.Valid
            : SignatureCheck.Refused(SignatureCode.Mismatch, $"What the header {SignatureHeader} says is none of this source's secrets. Compare the source's secret with the sender's.");
    }

    // Of the same length, whatever was sent.
    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
