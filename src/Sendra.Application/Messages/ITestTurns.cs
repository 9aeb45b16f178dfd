using Sendra.Application.Common;

namespace Sendra.Application.Messages;

/// <summary>Counts test emails for the workspace's limits (M6).</summary>
public interface ITestTurns
{
    /// <summary>Takes a turn for one. A test doesn't wait: somebody looks at the screen meanwhile.</summary>
    /// <exception cref="BusyException">The limit is reached.</exception>
    Task TakeAsync(CancellationToken cancellationToken);
}
