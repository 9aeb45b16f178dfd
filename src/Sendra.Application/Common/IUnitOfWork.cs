namespace Sendra.Application.Common;

/// <summary>Writes everything that changed since it was read, in one transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>Saves. After a conflict nothing was written, and everything read so far is forgotten: read it again.</summary>
    /// <exception cref="Sendra.Domain.Common.ConflictException">
    /// <c>changedMeanwhile</c>: another request changed the same thing first. <c>alreadyExists</c>: another request
    /// created the same thing first.
    /// </exception>
    Task SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Forgets what was read and saved so far. For work in many steps, which would get slower with each step.</summary>
    void Forget();

    /// <summary>
    /// Saves while no event is processed and no run continues, on any node. Once it returns, nothing uses the old state any more.
    /// </summary>
    /// <inheritdoc cref="SaveChangesAsync" path="/exception" />
    Task SaveAloneAsync(CancellationToken cancellationToken);
}
