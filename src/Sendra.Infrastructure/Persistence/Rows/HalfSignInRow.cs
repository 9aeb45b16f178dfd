namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>Somebody has shown the first factor: see <see cref="Application.Access.IHalfSignIns"/>.</summary>
internal sealed class HalfSignInRow
{
    /// <summary>What the token hashes to.</summary>
    public required string TokenHash { get; init; }

    public UserId UserId { get; init; }

    /// <summary>The user's stamp then; another one (a changed password) ends it.</summary>
    public required string SecurityStamp { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}
