namespace Sendra.Domain.EventSources.Handshakes;

/// <summary>A handshake as people, presets and the database write it; see <see cref="Handshake.TryCreate"/>.</summary>
/// <param name="Type">One of <see cref="Handshake.Types"/>.</param>
public sealed record HandshakeOptions(string? Type)
{
    /// <summary>For <c>queryEcho</c>: the parameter of the URL whose value is sent back.</summary>
    public string? Parameter { get; init; }

    /// <summary>For <c>bodyEcho</c>: the path of the field whose value is sent back.</summary>
    public string? Field { get; init; }

    /// <summary>For <c>headerEcho</c>: the header whose value is sent back.</summary>
    public string? Header { get; init; }

    /// <summary>For <c>braintree</c>: the public key of the API key whose private key is the secret. Null until somebody enters it.</summary>
    public string? PublicKey { get; init; }

    /// <summary>How the value is sent back: <c>text</c> (the default) or <c>json</c>.</summary>
    public string? As { get; init; }

    /// <summary>The name of the JSON field that holds the value.</summary>
    public string? ResponseField { get; init; }

    /// <summary>What else must be there, by parameter or path; otherwise it is no handshake.</summary>
    public IReadOnlyDictionary<string, string>? Requires { get; init; }
}
