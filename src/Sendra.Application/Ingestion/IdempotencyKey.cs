namespace Sendra.Application.Ingestion;

/// <summary>What makes a repeated request the same one (E8).</summary>
/// <param name="Key">1 to <see cref="MaxLength"/> printable ASCII characters, per workspace.</param>
/// <param name="BodyHash">A hash of what was asked, 32 bytes: the same key with another one is refused.</param>
public sealed record IdempotencyKey(string Key, byte[] BodyHash)
{
    /// <summary>The greatest length of a key, in characters.</summary>
    public const int MaxLength = 255;

    /// <summary>How long a key is remembered.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    /// <summary>True when the text may be a key.</summary>
    /// <param name="key">The value of the header.</param>
    public static bool IsLegal(string key) => key.Length is > 0 and <= MaxLength && key.All(character => character is >= ' ' and <= '~');
}
