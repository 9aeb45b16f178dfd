using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>
/// Four times what Sendra can take. Each call is answered by 2xx or by 503 with Retry-After, or the run fails; that what
/// was acknowledged is stored is checked with everything else.
/// </summary>
internal sealed class Overload(Contender sendra)
{
    // Its queue holds 20,000 small events, or 80 MB.
    private const int Batches = 80;
    private const int PerBatch = 1_000;
    private const int Large = 320;
    private const int LargeCharacters = 250 * 1024;

    // A request whose turn comes after more than 3 s is refused, and then a commit is still to come.
    private const double LongestWait = 3_500;

    /// <summary>Many callers, large batches, and large events.</summary>
    /// <param name="events">How many small events.</param>
    public IReadOnlyList<Figure> Run(int events)
    {
        Console.WriteLine("Overload: 256 connections, then batches of 1,000 and events of 250 KiB for four times the queue");
        LoadResult[] results =
        [
            sendra.Load(256, sendra.Calls.Send(new EventBodies(seed: 9001), events)),
            sendra.Load(Batches, sendra.Calls.SendBatches(new EventBodies(seed: 9002), Batches * PerBatch, PerBatch)),
            sendra.Load(Large, sendra.Calls.SendLarge(Large, LargeCharacters)),
        ];
        Console.WriteLine($"  {results.Sum(result => result.Refused):N0} calls were refused");
        return
        [
            Figure.Below("overload, 256 connections, p99 of what is taken, ms", results[0].P99, LongestWait),
            Figure.Below("overload, batches of 1,000, p99 of what is taken, ms", results[1].P99, LongestWait),
            Figure.Below("overload, events of 250 KiB, p99 of what is taken, ms", results[2].P99, LongestWait),
            Figure.Below("overload, peak MB", sendra.Server.PeakMemory, 700),
        ];
    }
}
