using System.Globalization;
using System.Text.Json;

namespace Sendra.ReliabilityTests.Common;

/// <summary>How long this run is, and what repeats it. <c>build/reliability.sh</c> sets both.</summary>
internal static class Run
{
    /// <summary>True in the long form.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("SENDRA_RELIABILITY") == "long";

    /// <summary>Decides every random choice but the timing; <c>SENDRA_TEST_SEED</c> repeats a run.</summary>
    public static int Seed { get; } = Number("SENDRA_TEST_SEED") ?? Random.Shared.Next();

    /// <summary>How often something is done: rarely with every test run, often in the long form; <c>SENDRA_TEST_FAULTS</c> says another number.</summary>
    public static int Times(int inShort, int inLong) => Number("SENDRA_TEST_FAULTS") ?? (IsLong ? inLong : inShort);

    /// <summary>How much of something there is: little with every test run, much in the long form; <c>SENDRA_TEST_SIZE</c> says another number.</summary>
    public static int Size(int inShort, int inLong) => Number("SENDRA_TEST_SIZE") ?? (IsLong ? inLong : inShort);

    /// <summary>Says what a test did, beside its result and for docs/reliability.md.</summary>
    public static void Report(string provider, string fault, int faults, Ledger ledger)
    {
        var line = JsonSerializer.Serialize(new { provider, fault, faults, ledger.Requests, ledger.Retries, acknowledged = ledger.Events, ledger.Duplicates, seed = Seed });
        TestContext.Progress.WriteLine($"reliability {line}");
        TestContext.Out.WriteLine(line);
    }

    /// <summary>Says how many journeys a test has checked.</summary>
    public static void Report(string provider, string fault, int faults, int runs, int visits)
    {
        var line = JsonSerializer.Serialize(new { provider, fault, faults, runs, visits, seed = Seed });
        TestContext.Progress.WriteLine($"reliability {line}");
        TestContext.Out.WriteLine(line);
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
