namespace Sendra.Benchmarks.Load;

/// <summary>What a load came to.</summary>
/// <param name="Events">How many events were acknowledged.</param>
/// <param name="Enrolled">The sum of what the answers said.</param>
/// <param name="Exited">The sum of what the answers said.</param>
/// <param name="Refused">How many calls were told to come back.</param>
/// <param name="Seconds">From the first request to the last answer.</param>
/// <param name="CpuMicroseconds">How long the server's process computed for one event, on all processors together.</param>
/// <param name="Milliseconds">How long each call took that was not refused, in ascending order.</param>
internal sealed record LoadResult(long Events, long Enrolled, long Exited, long Refused, double Seconds, double CpuMicroseconds, double[] Milliseconds)
{
    public double EventsPerSecond => Events / Seconds;

    public double P50 => Percentile(0.50);

    public double P99 => Percentile(0.99);

    private double Percentile(double share) => Milliseconds.Length == 0 ? 0 : Milliseconds[(int)Math.Ceiling(share * Milliseconds.Length) - 1];
}
