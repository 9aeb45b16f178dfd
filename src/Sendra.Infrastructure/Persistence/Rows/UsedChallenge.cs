namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A passkey's challenge that was answered, or a visit to a provider that has ended, so that neither works again while it could.</summary>
internal sealed class UsedChallenge
{
    /// <summary>What the token of the challenge, or the name of the visit, hashes to.</summary>
    public required string TokenHash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
