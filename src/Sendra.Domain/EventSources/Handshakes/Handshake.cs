using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>What a sender asks before it sends, and how it is answered (S14).</summary>
public abstract class Handshake
{
    /// <summary>Most requirements of one handshake.</summary>
    public const int MaxRequirements = 10;

    private const int MaxTextLength = 200;

    private static readonly Dictionary<string, Func<HandshakeOptions, Handshake>> Makers = new(StringComparer.Ordinal)
    {
        ["queryEcho"] = options => new QueryEcho(options),
        ["bodyEcho"] = options => new BodyEcho(options),
        ["headerEcho"] = options => new HeaderEcho(options),
        ["zoom"] = options => new ZoomHandshake(options),
        ["crc"] = options => new CrcHandshake(options),
        ["cloudEvents"] = options => new CloudEventsHandshake(options),
        ["sns"] = options => new SnsHandshake(options),
        ["braintree"] = options => new BraintreeHandshake(options),
    };

    private protected Handshake(HandshakeOptions options) => Options = options;

    /// <summary>Every type's name.</summary>
    public static IReadOnlyCollection<string> Types => Makers.Keys;

    /// <summary>The handshake as data, from which <see cref="TryCreate"/> makes it again.</summary>
    public HandshakeOptions Options { get; }

    /// <summary>Makes a handshake from data.</summary>
    /// <param name="options">The data.</param>
    /// <param name="handshake">The handshake if the result is true.</param>
    /// <param name="problem">What is wrong, with the field's name in the HTTP body, if the result is false.</param>
    public static bool TryCreate(
        HandshakeOptions options, [NotNullWhen(true)] out Handshake? handshake, [NotNullWhen(false)] out MappingProblem? problem)
    {
        ArgumentNullException.ThrowIfNull(options);
        problem = options switch
        {
            _ when options.Type is null || !Makers.ContainsKey(options.Type) => new("handshake.type", $"The type must be one of {string.Join(", ", Types)}."),
            { As: not (null or "text" or "json") } => new("handshake.as", "The value is sent back as text or as json."),
            { As: "json", ResponseField: null or "" } => new("handshake.responseField", "Name the JSON field that holds the value."),
            { Type: "queryEcho", Parameter: null or "" } => new("handshake.parameter", "Name the parameter whose value is sent back, for example hub.challenge."),
            { Type: "headerEcho", Header: null or "" } => new("handshake.header", "Name the header whose value is sent back."),
            { Type: "headerEcho" } when !HeaderName.IsLegal(options.Header!) => new("handshake.header", "This isn't a header name. Use letters, digits and hyphens."),
            { Type: "bodyEcho" } when !PayloadPath.TryParse(options.Field, out _, out var wrong) => new("handshake.field", wrong),
            { Requires.Count: > MaxRequirements } => new("handshake.requires", $"At most {MaxRequirements} things can be required."),
            _ => new[] { options.Parameter, options.Field, options.Header, options.ResponseField, options.PublicKey }
                .Concat(options.Requires?.SelectMany(one => (string?[])[one.Key, one.Value]) ?? [])
                .Any(text => text is not null && (text.Length > MaxTextLength || Text.HasControlCharacter(text)))
                    ? new("handshake", $"A name or value of a handshake has at most {MaxTextLength} characters and no control characters.")
                    : null,
        };
        problem ??= options.Type == "bodyEcho" && options.Requires?.Keys.FirstOrDefault(path => !PayloadPath.TryParse(path, out _, out _)) is { } bad
            ? new($"handshake.requires.{bad}", "This isn't a path into the body.")
            : null;
        handshake = problem is null ? Makers[options.Type!](options) : null;
        return handshake is not null;
    }

    /// <summary>Makes a handshake from data that is known to be valid, for example from the database.</summary>
    /// <param name="options">The data.</param>
    /// <exception cref="FormatException">Something is wrong with it after all.</exception>
    public static Handshake Create(HandshakeOptions options) =>
        TryCreate(options, out var handshake, out var problem) ? handshake : throw new FormatException(problem.Message);

    /// <summary>The answer, or null when the request is no handshake.</summary>
    /// <param name="request">The request.</param>
    /// <param name="secrets">The source's secrets; the first one counts.</param>
    public abstract HandshakeAnswer? Answer(HandshakeRequest request, IReadOnlyList<string> secrets);

    private protected HandshakeAnswer Echo(string value) =>
        Options.ResponseField is { Length: > 0 } field ? HandshakeAnswer.Json((field, value)) : HandshakeAnswer.Text(value);
}
