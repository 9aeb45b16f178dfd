namespace Sendra.Application.Common;

/// <summary>Writes everything that changed since it was read, in one transaction.</summary>
public interface IUnitOfWork
{
    /// <summary>Saves. After a conflict nothing was written, and everything read so far is forgotten: read it again.</summary>
    /// <exception cref="Sendra.Domain.Common.ConflictException">
    /// <c>changedMeanwhile</c>: another request changed the same thing first. <c>alreadyExists</c>: another request
    /// made the same thing first.
    /// </exception>
    Task SaveChangesAsync(CancellationToken cancellationToken);

    /// <summary>Lets go of what was read and saved so far: for work in many steps, which would get slower with each.</summary>
    void Forget();

    /// <summary>
    /// Saves while no event takes effect and no run is carried on, on any node: once it has answered, nothing goes on by what was before.
    /// </summary>
    /// <inheritdoc cref="SaveChangesAsync" path="/exception" />
    Task SaveAloneAsync(CancellationToken cancellationToken);
}
