namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>The authenticator app of a person: see <see cref="Application.Access.ISecondFactors"/>.</summary>
internal sealed class Authenticator
{
    public UserId UserId { get; init; }

    /// <summary>The secret in use, encrypted; null while the second factor is off.</summary>
    public byte[]? Secret { get; set; }

    /// <summary>A secret that waits for the first code of the app, encrypted.</summary>
    public byte[]? PreparedSecret { get; set; }

    /// <summary>When it was prepared.</summary>
    public DateTimeOffset? PreparedAt { get; set; }

    /// <summary>Since when the second factor is on.</summary>
    public DateTimeOffset? OnSince { get; set; }

    /// <summary>The time step of the last code that was right: codes up to it work no more.</summary>
    public long LastStep { get; set; }

    /// <summary>How many codes were tried since <see cref="TriesSince"/>, the last right one excepted.</summary>
    public int Tries { get; set; }

    /// <summary>Since when they are counted.</summary>
    public DateTimeOffset TriesSince { get; set; }
}
