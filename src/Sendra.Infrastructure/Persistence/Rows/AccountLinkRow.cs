using Sendra.Application.Access;

namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A link to an account that works once: see <see cref="AccountLink"/>.</summary>
internal sealed class AccountLinkRow
{
    /// <summary>What the link's token hashes to.</summary>
    public required string TokenHash { get; init; }

    public UserId UserId { get; init; }

    public AccountLinkPurpose Purpose { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset ExpiresAt { get; set; }
}
