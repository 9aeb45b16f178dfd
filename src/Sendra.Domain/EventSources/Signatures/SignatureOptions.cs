namespace Sendra.Domain.EventSources.Signatures;

/// <summary>A signature scheme as people, presets and the database write it; see <see cref="SignatureScheme.TryCreate"/>.</summary>
/// <param name="Scheme">The scheme's name, one of <see cref="SignatureScheme.Names"/>.</param>
/// <param name="Header">For <c>hmacSha256</c>: the header that carries the signature.</param>
/// <param name="Encoding">For <c>hmacSha256</c>: <c>hex</c> (the default) or <c>base64</c>.</param>
/// <param name="Prefix">For <c>hmacSha256</c>: what stands before the signature, such as <c>sha256=</c>.</param>
public sealed record SignatureOptions(string? Scheme, string? Header = null, string? Encoding = null, string? Prefix = null);
