using System.Diagnostics.CodeAnalysis;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// How a sender proves that a delivery is its own (S7, S16): by a signature over the raw body, or by a credential. Several keys may be good
/// at once, so that they can be changed without a gap.
/// </summary>
public abstract class SignatureScheme
{
    /// <summary>Most secrets of one source, and most public keys.</summary>
    public const int MaxSecrets = 10;

    /// <summary>Most characters of a secret.</summary>
    public const int MaxSecretLength = 500;

    /// <summary>Most characters of a public key.</summary>
    public const int MaxPublicKeyLength = 1_000;

    /// <summary>Most characters of a signature header that are looked at.</summary>
    public const int MaxHeaderLength = 8_192;

    /// <summary>How far a signed time may lie from now, either way, unless the scheme says otherwise.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(300);

    private const int MaxHeaderNameLength = 100;

    private static readonly Dictionary<string, SignatureScheme> Known = new SignatureScheme[]
    {
        new StandardWebhooksScheme(),
        GeneralScheme.Named("stripe", new(null, "Stripe-Signature") { Part = "v1", Signed = "{timestamp}.{body}", Timestamp = new(Part: "t") }),
        GeneralScheme.Named("paddle", new(null, "Paddle-Signature") { Part = "h1", Signed = "{timestamp}:{body}", Timestamp = new(Part: "ts") }),
        GeneralScheme.Named("github", new(null, "X-Hub-Signature-256", Prefix: "sha256=")),
        GeneralScheme.Named("shopify", new(null, "X-Shopify-Hmac-Sha256", "base64")),
        GeneralScheme.Named("lemonSqueezy", new(null, "X-Signature")),
        new PayPalScheme(),
        new BraintreeScheme(),
    }.ToDictionary(scheme => scheme.Options.Scheme!);

    private readonly Lazy<byte[][]> _publicKeys;

    private protected SignatureScheme(SignatureOptions options, string? signatureHeader)
    {
        Options = options;
        SignatureHeader = signatureHeader;
        _publicKeys = new(() => [.. (Options.PublicKeys ?? []).Select(Key).OfType<byte[]>()]);
    }

    /// <summary>Every scheme's name.</summary>
    public static IReadOnlyCollection<string> Names { get; } =
        [.. Known.Keys, GeneralScheme.OfBodyName, GeneralScheme.Name, CredentialScheme.BasicName, CredentialScheme.TokenName, SnsScheme.Name];

    /// <summary>The scheme as data, from which <see cref="TryCreate"/> makes it again.</summary>
    public SignatureOptions Options { get; }

    /// <summary>The header that carries the signature, which is never stored in plain; null when the body carries it.</summary>
    public string? SignatureHeader { get; }

    /// <summary>Whether its keys are secrets.</summary>
    public virtual bool HasSecrets => !HasPublicKeys;

    /// <summary>Whether its keys are the sender's public keys. A scheme without keys of either kind has a certificate.</summary>
    public virtual bool HasPublicKeys => false;

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
        switch (options.Scheme)
        {
            case GeneralScheme.Name or GeneralScheme.OfBodyName:
                return GeneralScheme.TryMake(options, out scheme, out problem);
            case CredentialScheme.BasicName or CredentialScheme.TokenName:
                return CredentialScheme.TryMake(options, out scheme, out problem);
            case SnsScheme.Name:
                return SnsScheme.TryMake(options, out scheme, out problem);
        }

        scheme = null;
        problem = null;
        if (options.Scheme is null || !Known.TryGetValue(options.Scheme, out var known))
        {
            problem = new("signature.scheme", $"The scheme must be one of {string.Join(", ", Names)}.");
        }
        else if (options != known.Options)
        {
            problem = new("signature.scheme", $"The scheme {options.Scheme} is all that there is to say; set header, encoding and the like for {GeneralScheme.Name} only.");
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
        _ when HasPublicKeys => "This algorithm has no secret. Set publicKeys instead.",
        _ when !HasSecrets => "This scheme has no secret: the sender signs with a certificate.",
        null or "" => "The secret is empty. Copy it from the sender's webhook settings.",
        { Length: > MaxSecretLength } => $"The secret has more than {MaxSecretLength} characters.",
        _ when secret.Any(char.IsControl) || secret != secret.Trim() => "The secret has a line break in it, or a space at its start or end. Copy it again.",
        _ => Key(secret) is null ? "The secret doesn't have this scheme's form: whsec_, then base64." : null,
    };

    /// <summary>Checks a delivery. The comparison takes the same time wherever the signatures differ.</summary>
    /// <param name="request">The delivery.</param>
    /// <param name="secrets">The source's secrets; one match is enough.</param>
    public SignatureCheck Verify(SignedRequest request, IReadOnlyCollection<string> secrets, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(secrets);
        return Verify(request, HasPublicKeys ? _publicKeys.Value : secrets.Select(Key).OfType<byte[]>(), now);
    }

    /// <summary>Whether the sender signs its handshakes, too, so that no others are answered.</summary>
    public virtual bool SignsHandshakes => false;

    /// <summary>The certificate that this request is signed with, where the scheme has such; it is to be fetched before <see cref="Verify(SignedRequest, IReadOnlyCollection{string}, DateTimeOffset)"/>.</summary>
    public virtual CertificateAddress? CertificateOf(SignedRequest request) => null;

    private protected abstract SignatureCheck Verify(SignedRequest request, IEnumerable<byte[]> keys, DateTimeOffset now);

    /// <summary>The bytes of a secret or a public key, or null when it has not the scheme's form.</summary>
    private protected abstract byte[]? Key(string text);

    /// <summary>What is wrong with the name of a header, or null.</summary>
    private protected static MappingProblem? HeaderProblem(string field, string? name, string whenMissing) => name switch
    {
        null or "" => new(field, whenMissing),
        { Length: > MaxHeaderNameLength } => new(field, $"A header name has at most {MaxHeaderNameLength} characters."),
        _ when !HeaderName.IsLegal(name) => new(field, "This isn't a header name. Use letters, digits and hyphens."),
        _ => null,
    };

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
}
