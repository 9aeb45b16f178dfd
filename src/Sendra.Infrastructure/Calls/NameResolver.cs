using System.Net;

namespace Sendra.Infrastructure.Calls;

/// <summary>
/// Looks up names on threads of its own: the system's call can't be cancelled, and names that nobody answers for must not take the threads
/// that everything else runs on.
/// </summary>
internal class NameResolver : IDisposable
{
    private const int MaxAtOnce = 64;

    private readonly SemaphoreSlim _places = new(MaxAtOnce);

    /// <summary>All addresses of a name.</summary>
    public virtual async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return await Task.Factory.StartNew(() => LookUp(host), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)
            .WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        _places.Dispose();
        GC.SuppressFinalize(this);
    }

    private IPAddress[] LookUp(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host);
        }
        finally
        {
            _places.Release();
        }
    }
}
