namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>The public half of a passkey: see <see cref="Application.Access.IPasskeys"/>.</summary>
internal sealed class Passkey
{
    // A credential's id has at most 1023 bytes, more than every database takes in a key; so its hash is looked up.
    public const int MaxCredentialIdBytes = 1023;

    public const int MaxTransportsLength = 200;

    public PasskeyId Id { get; init; }

    public UserId UserId { get; init; }

    /// <summary>What the credential's id hashes to.</summary>
    public required string CredentialHash { get; init; }

    public required byte[] CredentialId { get; init; }

    public required byte[] PublicKey { get; init; }

    public required string Name { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>What the device has counted, if it counts.</summary>
    public long SignCount { get; set; }

    /// <summary>How browsers reach it, separated by spaces.</summary>
    public string? Transports { get; init; }

    public bool IsBackupEligible { get; init; }

    public bool IsBackedUp { get; set; }
}
