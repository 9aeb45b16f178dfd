namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>An unused recovery code. Using it deletes it, so that it works once on all nodes together.</summary>
internal sealed class RecoveryCodeRow
{
    public UserId UserId { get; init; }

    public required string CodeHash { get; init; }
}
