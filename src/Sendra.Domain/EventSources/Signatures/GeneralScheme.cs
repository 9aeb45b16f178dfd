using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sendra.Domain.EventSources.Signatures;

/// <summary>
/// A signature in a header, alone or among <c>key=value</c> parts, or in a field of the body, over the body and what goes with it. Most senders
/// sign like this, so that their schemes are data (S16). While a secret is being changed, a sender signs with both and sends both.
/// </summary>
/// <param name="options">The scheme as it is named and shown.</param>
/// <param name="how">The same spelt out.</param>
internal sealed class GeneralScheme(SignatureOptions options, SignatureOptions how) : SigningScheme(
    options,
    how.Header,
    SignatureAlgorithm.Find(how.Algorithm)!,
    how.Tolerance is { } seconds ? TimeSpan.FromSeconds(seconds) : Tolerance)
{
    internal const string Name = "general";
    internal const string OfBodyName = "hmacSha256";

    private const int MaxNameLength = 100;
    private const int MaxPrefixLength = 50;
    private const int MaxSignedLength = 200;
    private const int MaxTolerance = 86_400;

    // Whoever writes a time that large means milliseconds.
    private const long FirstOfMilliseconds = 100_000_000_000;

    private static readonly string[] Hmac = ["hmacSha1", "hmacSha256", "hmacSha512"];

    private readonly SignedTemplate _signed = SignedTemplate.TryParse(how.Signed ?? SignedTemplate.Body, out var signed, out var problem) ? signed : throw new FormatException(problem);
    private readonly PayloadPath? _field = how.Field is { } field ? PayloadPath.Parse(field) : null;
    private readonly PayloadPath? _timeField = how.Timestamp?.Field is { } field ? PayloadPath.Parse(field) : null;

    private bool IsBase64 => how.Encoding == "base64";

    /// <summary>A scheme that is known by name.</summary>
    internal static GeneralScheme Named(string name, SignatureOptions how) => new(new(name), how with { Algorithm = how.Algorithm ?? "hmacSha256" });

    internal static bool TryMake(
        SignatureOptions options, [NotNullWhen(true)] out SignatureScheme? scheme, [NotNullWhen(false)] out MappingProblem? problem)
    {
        var how = options.Scheme == OfBodyName ? new SignatureOptions(Name, options.Header, options.Encoding, options.Prefix) { Algorithm = OfBodyName } : options;
        problem = ProblemWith(options, how);
        scheme = problem is null ? new GeneralScheme(options, how) : null;
        return scheme is not null;
    }

    internal override SignatureClaim? Read(SignedRequest request, out SignatureCheck? refusal)
    {
        if ((_field is null ? Header(request.Headers, SignatureHeader!, out refusal) : Field(request, _field, out refusal)) is not { } text)
        {
            return null;
        }

        var parts = text.Split(',', ';').Select(part => part.Trim().Split('=', 2)).Where(part => part.Length == 2).ToLookup(part => part[0], part => part[1]);
        byte[][] signatures = [.. (how.Part is { } key ? parts[key] : Alone(text)).Select(Decoded).OfType<byte[]>()];
        if (signatures.Length == 0)
        {
            refusal = Malformed(Place, Expected);
            return null;
        }

        var time = how.Timestamp switch
        {
            { Header: { } name } => Header(request.Headers, name, out refusal),
            { Field: not null } => Field(request, _timeField!, out refusal),
            { Part: { } part } => parts[part].FirstOrDefault() ?? "",
            _ => "",
        };
        if (time is null)
        {
            return null;
        }

        long? seconds = null;
        if (how.Timestamp is not null)
        {
            if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                refusal = Malformed(how.Timestamp.Header ?? how.Timestamp.Field ?? Place, how.Timestamp.Part is null ? "seconds since 1970" : Expected);
                return null;
            }

            seconds = number >= FirstOfMilliseconds ? number / 1_000 : number;
        }

        if (_signed.Of(request, time) is not { } signed)
        {
            refusal = SignatureCheck.Refused(SignatureCode.Missing, $"The request lacks something of what its sender signs, which is {how.Signed}. Check that the source's signature scheme is the one the sender uses.");
            return null;
        }

        return new SignatureClaim(signatures, signed, seconds);
    }

    private string Place => SignatureHeader ?? how.Field!;

    private string Expected => (how.Timestamp?.Part is { } part ? $"{part}=…, " : "")
        + (how.Part is { } key ? $"{key}=" : "") + how.Prefix + (IsBase64 ? "base64" : "hex digits");

    // While a secret is being changed, some write both signatures, parted by a space.
    private static IEnumerable<string> Alone(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } several ? [text, .. several] : [text];

    private static string? Field(SignedRequest request, PayloadPath path, out SignatureCheck? refusal)
    {
        var value = request.Text(path);
        refusal = value is { Length: > 0 and <= MaxHeaderLength } ? null : SignatureCheck.Refused(
            SignatureCode.Missing,
            $"The body has no {path.Text}, which the sender signs with. Turn on signing at the sender, or turn off the check for this source.");
        return refusal is null ? value : null;
    }

    private byte[]? Decoded(string text)
    {
        var prefix = how.Prefix ?? "";
        var encoded = text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? text[prefix.Length..].Trim() : "";
        return IsBase64 ? SignatureText.FromBase64(encoded) : SignatureText.FromHex(encoded);
    }

    private static MappingProblem? ProblemWith(SignatureOptions options, SignatureOptions how) => how switch
    {
        { Topic: not null } => new("signature.topic", "A topic goes with the scheme sns only."),
        _ when options.Scheme == OfBodyName && options is not { Field: null, Part: null, Algorithm: null, Signed: null, Timestamp: null, Tolerance: null, PublicKeys: null, User: null } =>
            new("signature.scheme", $"The scheme {OfBodyName} has a header, an encoding and a prefix; for anything else use {Name}."),
        { User: not null } => new("signature.user", "A user goes with the scheme basic only."),
        { Algorithm: null } => new("signature.algorithm", $"Name the algorithm: {string.Join(", ", SignatureAlgorithm.Names)}."),
        _ when SignatureAlgorithm.Find(how.Algorithm) is null => new("signature.algorithm", $"The algorithm must be one of {string.Join(", ", SignatureAlgorithm.Names)}."),
        { Encoding: not (null or "hex" or "base64") } => new("signature.encoding", "The encoding must be hex or base64."),
        { Prefix.Length: > MaxPrefixLength } => new("signature.prefix", $"The prefix has at most {MaxPrefixLength} characters."),
        _ when how.Prefix?.All(IsPlain) is false => new("signature.prefix", "The prefix must be plain ASCII text, for example sha256=."),
        _ when how.Part is { } part && !IsKey(part) => new("signature.part", "The part is the key before the equals sign, such as v1."),
        { Signed.Length: > MaxSignedLength } => new("signature.signed", $"What is signed has at most {MaxSignedLength} characters."),
        _ when how.Signed is { } signed && !SignedTemplate.TryParse(signed, out _, out var wrong) => new("signature.signed", wrong),
        _ when (how.Timestamp is not null) != (how.Signed?.Contains(SignedTemplate.Time, StringComparison.Ordinal) ?? false) =>
            new("signature.timestamp", $"A time counts only when it is signed: give timestamp, and write {SignedTemplate.Time} in signed, or neither."),
        { Timestamp: { } time } when new[] { time.Header, time.Part, time.Field }.Count(place => place is not null) != 1 => new("signature.timestamp", "Say where the time is: header, part or field."),
        { Header: not null, Field: not null } => new("signature.field", "The signature is in a header or in a field of the body; give one of the two."),
        _ when how.Field is { } field && FieldProblem("signature.field", field) is { } wrong => wrong,
        _ when how.Timestamp?.Field is { } field && FieldProblem("signature.timestamp.field", field) is { } wrong => wrong,
        _ when how.Timestamp?.Part is { } part && !IsKey(part) => new("signature.timestamp.part", "The part is the key before the equals sign, such as t."),
        { Tolerance: < 1 or > MaxTolerance } => new("signature.tolerance", $"The tolerance must be between 1 and {MaxTolerance} seconds."),
        { PublicKeys: not null } when Hmac.Contains(how.Algorithm) => new("signature.publicKeys", $"The algorithm {how.Algorithm} has secrets, not public keys."),
        { PublicKeys.Count: > MaxSecrets } => new("signature.publicKeys", $"Give at most {MaxSecrets} public keys."),
        _ => (how.Field is null ? HeaderProblem("signature.header", how.Header, "Name the header that carries the signature, for example X-Signature.") : null)
            ?? (how.Timestamp?.Header is { } header ? HeaderProblem("signature.timestamp.header", header, "Name the header that carries the time.") : null)
            ?? KeyProblem(how),
    };

    private static MappingProblem? KeyProblem(SignatureOptions how)
    {
        var algorithm = SignatureAlgorithm.Find(how.Algorithm)!;
        foreach (var (index, key) in (how.PublicKeys ?? []).Index())
        {
            if (key is null || key.Length > MaxPublicKeyLength || algorithm.Key(key) is null)
            {
                return new($"signature.publicKeys[{index}]", $"This isn't a public key of {algorithm.Name}. Copy it as the sender shows it: raw (hex or base64), SPKI or PEM.");
            }
        }

        return null;
    }

    private static MappingProblem? FieldProblem(string field, string text) =>
        !PayloadPath.TryParse(text, out var path, out var problem) ? new(field, problem)
        : path.ReadsHeader ? new(field, "This is a path in the body; name a header as header.")
        : null;

    private static bool IsKey(string part) => part.Length is > 0 and <= MaxNameLength && part.All(mark => IsPlain(mark) && mark is not ('=' or ',' or ';' or ' '));

    private static bool IsPlain(char mark) => mark is >= ' ' and <= '~';
}
