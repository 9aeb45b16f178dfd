using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// How a sender proves that a delivery is its own (S7): always an HMAC-SHA256 over the raw body with a shared secret. Several
/// secrets may be good at once, so that they can be changed without a gap.
/// </summary>
public abstract class SignatureScheme
{
    /// <summary>Most secrets of one source.</summary>
    public const int MaxSecrets = 10;

    /// <summary>Most characters of a secret.</summary>
    public const int MaxSecretLength = 500;

    /// <summary>Most characters of a signature header that are looked at.</summary>
    public const int MaxHeaderLength = 8_192;

    /// <summary>How far a signed time may lie from now, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private static readonly Dictionary<string, SignatureScheme> Known = new SignatureScheme[]
    {
        new StandardWebhooksScheme(),
        new TimestampedScheme(new("stripe"), "Stripe-Signature", separator: ',', timeKey: "t", signatureKey: "v1", joint: '.'),
        new TimestampedScheme(new("paddle"), "Paddle-Signature", separator: ';', timeKey: "ts", signatureKey: "h1", joint: ':'),
        new BodyHmacScheme(new("github"), "X-Hub-Signature-256", isBase64: false, prefix: "sha256="),
        new BodyHmacScheme(new("shopify"), "X-Shopify-Hmac-Sha256", isBase64: true, prefix: ""),
        new BodyHmacScheme(new("lemonSqueezy"), "X-Signature", isBase64: false, prefix: ""),
    }.ToDictionary(scheme => scheme.Options.Scheme!);

    private protected SignatureScheme(SignatureOptions options, string signatureHeader)
    {
        Options = options;
        SignatureHeader = signatureHeader;
    }

    /// <summary>Every scheme's name.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. Known.Keys, BodyHmacScheme.GenericName];

    /// <summary>The scheme as data, from which <see cref="TryCreate"/> makes it again.</summary>
    public SignatureOptions Options { get; }

    /// <summary>The header that carries the signature; it is never stored.</summary>
    public string SignatureHeader { get; }

    /// <summary>Makes a scheme from data.</summary>
    /// <param name="options">The data.</param>
    /// <param name="scheme">The scheme if the result is true.</param>
    /// <param name="problem">What is wrong, with the field's name in the HTTP body, if the result is false.</param>
    public static bool TryCreate(
        SignatureOptions options,
        [NotNullWhen(true)] out SignatureScheme? scheme,
        [NotNullWhen(false)] out MappingProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Scheme == BodyHmacScheme.GenericName)
        {
            return BodyHmacScheme.TryCreateGeneric(options, out scheme, out problem);
        }

        scheme = null;
        problem = null;
        if (options.Scheme is null || !Known.TryGetValue(options.Scheme, out var known))
        {
            problem = new("signature.scheme", $"The scheme must be one of {string.Join(", ", Names)}.");
        }
        else if (options is not { Header: null, Encoding: null, Prefix: null })
        {
            problem = new("signature.scheme", $"The scheme {options.Scheme} has a fixed header and encoding; set these for {BodyHmacScheme.GenericName} only.");
        }
        else
        {
            scheme = known;
        }

        return scheme is not null;
    }

    /// <summary>Makes a scheme from data that is known to be valid, for example from the database.</summary>
    /// <param name="options">The data.</param>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static SignatureScheme Create(SignatureOptions options) =>
        TryCreate(options, out var scheme, out var problem) ? scheme : throw new FormatException(problem.Message);

    /// <summary>What is wrong with a secret, as a sentence that does not repeat it; null when it is fine.</summary>
    /// <param name="secret">The secret as the sender shows it.</param>
    public string? ProblemWith(string? secret) => secret switch
    {
        null or "" => "The secret is empty. Copy it from the sender's webhook settings.",
        { Length: > MaxSecretLength } => $"The secret has more than {MaxSecretLength} characters.",
        _ when secret.Any(char.IsControl) || secret != secret.Trim() => "The secret has a line break in it, or a space at its start or end. Copy it again.",
        _ => Key(secret) is null ? "The secret doesn't have this scheme's form: whsec_, then base64." : null,
    };

    /// <summary>Checks a delivery. The comparison takes the same time wherever the signatures differ.</summary>
    /// <param name="body">The raw bytes of the body.</param>
    /// <param name="headers">All headers as they came.</param>
    /// <param name="secrets">The source's secrets; one match is enough.</param>
    public SignatureCheck Verify(ReadOnlySpan<byte> body, RequestHeaders headers, IReadOnlyCollection<string> secrets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(headers);
        ArgumentNullException.ThrowIfNull(secrets);
        var claim = Read(headers, out var refusal);
        if (claim is null)
        {
            return refusal!;
        }

        var isSigned = false;
        foreach (var key in secrets.Select(Key).OfType<byte[]>())
        {
            isSigned |= IsSignedWith(key, claim, body);
        }

        // The time comes last: it means something only when it is the sender's word.
        return isSigned
            ? CheckTime(claim.Time, now)
            : SignatureCheck.Refused(
                SignatureCode.Mismatch,
                $"The signature in {SignatureHeader} was made with another secret, or the body was changed on the way. Compare the source's secret with the sender's.");
    }

    /// <summary>What the headers claim, or why they claim nothing.</summary>
    internal abstract SignatureClaim? Read(RequestHeaders headers, out SignatureCheck? refusal);

    /// <summary>The key bytes of a secret, or null when it has not the scheme's form.</summary>
    private protected virtual byte[]? Key(string secret) => secret.Length == 0 ? null : Encoding.UTF8.GetBytes(secret);

    /// <summary>The value of a header of the scheme, or null and the refusal.</summary>
    private protected static string? Header(RequestHeaders headers, string name, out SignatureCheck? refusal)
    {
        var value = headers[name];
        refusal = value switch
        {
            null or "" => SignatureCheck.Refused(
                SignatureCode.Missing,
                $"The request has no header {name}, which the sender signs with. Turn on signing at the sender, or turn off the check for this source."),
            { Length: > MaxHeaderLength } => Malformed(name, $"at most {MaxHeaderLength} characters"),
            _ => null,
        };
        return refusal is null ? value : null;
    }

    private protected static SignatureCheck Malformed(string name, string expected) => SignatureCheck.Refused(
        SignatureCode.Malformed,
        $"The header {name} doesn't have the expected form ({expected}). Check that the source's signature scheme is the one the sender uses.");

    private static bool IsSignedWith(byte[] key, SignatureClaim claim, ReadOnlySpan<byte> body)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hmac.AppendData(Encoding.UTF8.GetBytes(claim.BeforeBody));
        hmac.AppendData(body);
        Span<byte> expected = stackalloc byte[SHA256.HashSizeInBytes];
        hmac.GetHashAndReset(expected);

        var matches = false;
        foreach (var signature in claim.Signatures)
        {
            matches |= CryptographicOperations.FixedTimeEquals(expected, signature);
        }

        return matches;
    }

    private static SignatureCheck CheckTime(long? time, DateTimeOffset now)
    {
        if (time is not { } seconds)
        {
            return SignatureCheck.Valid;
        }

        var age = now.ToUnixTimeSeconds() - seconds;
        var limit = (long)Tolerance.TotalSeconds;
        return age > limit ? SignatureCheck.Refused(SignatureCode.TooOld, $"The delivery was signed {age} seconds ago; at most {limit} are allowed. Someone else may have sent an old delivery again.")
            : age < -limit ? SignatureCheck.Refused(SignatureCode.TooNew, $"The delivery was signed {-age} seconds in the future; at most {limit} are allowed. One of the two clocks is wrong.")
            : SignatureCheck.Valid;
    }
}
