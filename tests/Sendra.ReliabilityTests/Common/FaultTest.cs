using System.Diagnostics;

namespace Sendra.ReliabilityTests.Common;

/// <summary>A test that harms a running Sendra under load, once on each database.</summary>
/// <param name="provider">The database.</param>
[TestFixtureSource(typeof(Servers), nameof(Servers.Providers))]
[NonParallelizable]
internal abstract class FaultTest(string provider)
{
    /// <summary>How many connections send at once.</summary>
    protected const int Connections = 8;

    private string _log = "";

    protected string Provider => provider;

    protected string Log => _log;

    protected Ledger Ledger { get; private set; } = new();

    protected Random Random { get; private set; } = new(Run.Seed);

    [SetUp]
    public void Begin()
    {
        _log = Path.GetTempFileName();
        (Ledger, Random) = (new Ledger(), new Random(Run.Seed));
        TestContext.Out.WriteLine($"SENDRA_TEST_SEED={Run.Seed}");
    }

    [TearDown]
    public void End()
    {
        if (TestContext.CurrentContext.Result.FailCount > 0)
        {
            TestContext.Out.WriteLine(string.Join('\n', File.ReadLines(_log).TakeLast(60)));
        }

        File.Delete(_log);
    }

    /// <summary>A while, in milliseconds.</summary>
    protected Task PauseAsync(int least, int most) => Task.Delay(Random.Next(least, most));

    /// <summary>Until so many more events were acknowledged, so that what follows meets Sendra at full work, and a little more.</summary>
    protected async Task LoadAsync(int events = 100)
    {
        await UntilMoreAsync(Random.Next(events));
        await PauseAsync(0, 100);
    }

    /// <summary>Until more than so many more events were acknowledged.</summary>
    protected Task UntilMoreAsync(int events)
    {
        var known = Ledger.Events;
        return UntilAsync(() => Ledger.Events > known + events);
    }

    /// <summary>Until something is so, or a sender got an answer that it should not.</summary>
    protected async Task UntilAsync(Func<bool> condition)
    {
        for (var waited = Stopwatch.StartNew(); !condition() && Ledger.Unexpected.IsEmpty; await Task.Delay(10))
        {
            waited.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(60), "the load goes on");
        }
    }
}
