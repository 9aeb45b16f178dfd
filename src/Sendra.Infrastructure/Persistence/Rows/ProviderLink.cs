namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A person at a provider who signs in to an account: see <see cref="Application.Access.IProviderLinks"/>.</summary>
internal sealed class ProviderLink
{
    public const int MaxProviderLength = 50;

    public ProviderLinkId Id { get; init; }

    public UserId UserId { get; init; }

    /// <summary>The provider's key when it was linked.</summary>
    public required string Provider { get; init; }

    /// <summary>What issuer and subject hash to: together they are longer than every database takes in a key.</summary>
    public required string IdentityHash { get; init; }

    public string? Email { get; init; }

    public DateTimeOffset LinkedAt { get; init; }
}
