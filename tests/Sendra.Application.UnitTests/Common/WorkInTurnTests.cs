using System.Collections.Concurrent;
using Sendra.Application.Common;

namespace Sendra.Application.UnitTests.Common;

public sealed class WorkInTurnTests
{
    private static readonly WorkspaceId Noisy = new(Guid.CreateVersion7());
    private static readonly int Half = Math.Max(1, Environment.ProcessorCount / 2);

    [Test]
    public async Task W8_long_work_keeps_off_the_pool_and_off_half_of_the_cores()
    {
        using var work = new LongWork();
        using var first = new Barrier(Half);
        var running = 0;
        var seen = new ConcurrentQueue<(int Running, bool IsOnPool)>();

        await Task.WhenAll(Enumerable.Range(0, 20 * Half).Select(number => work.RunAsync(Noisy, () => PieceAsync(number), CancellationToken.None)));

        seen.Max(one => one.Running).Should().Be(Half);
        seen.Should().NotContain(one => one.IsOnPool);

        async Task PieceAsync(int number)
        {
            seen.Enqueue((Interlocked.Increment(ref running), Thread.CurrentThread.IsThreadPoolThread));
            if (number < Half)
            {
                first.SignalAndWait();
            }

            // As one goes on that has waited for the database.
            await Task.Yield();
            seen.Enqueue((Interlocked.Decrement(ref running) + 1, Thread.CurrentThread.IsThreadPoolThread));
        }
    }

    [Test]
    public async Task A_piece_that_waits_while_the_threads_end_is_finished()
    {
        var work = new LongWork();
        var database = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var piece = work.RunAsync(Noisy, async () => await database.Task, CancellationToken.None);

        work.Dispose();
        database.SetResult(1);

        (await piece.WaitAsync(TimeSpan.FromSeconds(30))).Should().Be(1);
    }
}
