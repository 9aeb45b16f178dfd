namespace Sendra.Application.Workspaces;

/// <summary>Keeps what workspaces sign their calls with, encrypted.</summary>
public interface ISigningSecrets
{
    /// <summary>The workspace's secret, made when it is first asked for; null when the key that encrypted it is lost.</summary>
    Task<string?> RevealAsync(WorkspaceId workspaceId, CancellationToken cancellationToken);

    /// <summary>Makes a new secret.</summary>
    /// <param name="previousUntil">Until when calls carry a signature by the secret of before, too.</param>
    /// <returns>The new secret.</returns>
    /// <exception cref="Domain.Common.ConflictException"><c>changedMeanwhile</c>: somebody else did the same at the same time.</exception>
    Task<string> RotateAsync(WorkspaceId workspaceId, DateTimeOffset previousUntil, CancellationToken cancellationToken);
}
