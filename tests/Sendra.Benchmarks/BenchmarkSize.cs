using Sendra.Benchmarks.Filling;

namespace Sendra.Benchmarks;

/// <summary>How much is sent.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Pairs">How often both take their turn.</param>
/// <param name="WarmUp">Events before the clock runs.</param>
/// <param name="Events">Events a turn over 64 connections.</param>
/// <param name="EventsAlone">Events a turn over one connection.</param>
/// <param name="EventsInBatches">Events a turn in batches.</param>
/// <param name="SingleCalls">Single calls of each kind beside batches.</param>
/// <param name="Sleeping">Runs that sleep.</param>
/// <param name="Due">Those of them that are woken at once; a sixth of them at most.</param>
/// <param name="Listened">The past events of the contact whose past is asked for.</param>
/// <param name="Queries">How often each query is asked.</param>
/// <param name="Past">What fills the database for the figures of a grown one; null to leave them out.</param>
internal sealed record BenchmarkSize(
    string Name, int Pairs, int WarmUp, int Events, int EventsAlone, int EventsInBatches, int SingleCalls, int Sleeping, int Due, int Listened, int Queries, Past? Past)
{
    /// <summary>Under five minutes a database.</summary>
    public static readonly BenchmarkSize Short = new("short", 3, 30_000, 40_000, 3_000, 50_000, 300, 200_000, 20_000, 1_000_000, 0, null);

    /// <summary>To see that everything runs; the figures mean nothing.</summary>
    public static readonly BenchmarkSize Smoke = new("smoke", 1, 500, 1_000, 100, 2_000, 20, 5_000, 500, 5_000, 0, null);

    /// <summary>The short one, and the figures of a grown database after it.</summary>
    /// <param name="past">What fills the database.</param>
    public static BenchmarkSize Grown(Past past) => Short with { Name = "grown", Sleeping = 1_000_000, Due = 100_000, Queries = 200, Past = past };

    /// <summary>As long as it takes.</summary>
    /// <param name="past">What fills the database.</param>
    public static BenchmarkSize Full(Past past) => new("full", 7, 60_000, 120_000, 10_000, 100_000, 1_000, 1_000_000, 100_000, 1_000_000, 400, past);
}
