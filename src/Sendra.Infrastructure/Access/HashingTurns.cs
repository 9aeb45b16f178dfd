namespace Sendra.Infrastructure.Access;

/// <summary>
/// Hashing a password is meant to take a core some time. Only half of the cores do it, so that a rush of sign-ups waits in line, and events
/// don't wait for it.
/// </summary>
internal sealed class HashingTurns : IDisposable
{
    private readonly SemaphoreSlim _free = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Waits for a turn, and does something that hashes a password.</summary>
    public async Task<T> RunAsync<T>(Func<Task<T>> hash, CancellationToken cancellationToken = default)
    {
        await _free.WaitAsync(cancellationToken);
        try
        {
            return await hash();
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose() => _free.Dispose();
}
