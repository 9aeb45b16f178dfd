namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A passkey's challenge that was answered, so that its answer doesn't work again while it could.</summary>
internal sealed class UsedChallenge
{
    /// <summary>What the challenge's token hashes to.</summary>
    public required string TokenHash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
