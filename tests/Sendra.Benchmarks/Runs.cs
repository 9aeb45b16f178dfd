using Sendra.Benchmarks.Databases;
using Sendra.Benchmarks.Filling;
using Sendra.Benchmarks.Listening;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Logs;
using Sendra.Benchmarks.Outbox;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;
using Sendra.Benchmarks.Steps;

namespace Sendra.Benchmarks;

/// <summary>The commands that start servers.</summary>
internal static class Runs
{
    /// <summary>The whole table; true when every goal is met.</summary>
    public static async Task<bool> BenchmarkAsync(Options options)
    {
        var database = options.Value("--database", "sqlite");
        var past = new Past(options.Number("--events", 10_000_000), options.Number("--contacts", 1_000_000), options.Number("--names", 1_000));
        var size = options.Has("--full") ? BenchmarkSize.Full(past)
            : options.Has("--grown") ? BenchmarkSize.Grown(past)
            : options.Has("--smoke") ? BenchmarkSize.Smoke
            : BenchmarkSize.Short;
        var results = Directory.CreateDirectory(options.Value("--results")).FullName;
        BenchmarkReport? report = null;
        await InArenaAsync(options, database, async arena =>
        {
            Console.WriteLine($"== {database}");
            using var limit = await arena.StartLimitAsync();
            using var sendra = await arena.StartSendraAsync();
            var benchmark = new Benchmark(size);
            var figures = await benchmark.RunAsync(sendra, limit);
            figures = [.. figures, .. await StepsAsync(arena, size, sendra), .. await new ListeningBenchmark(arena, size).RunAsync(), .. await WebhooksAsync(arena, size)];
            if (size.Past is not null)
            {
                using (var empty = await arena.StartSendraAsync("empty"))
                {
                    figures = [.. figures, await benchmark.GrownAsync(sendra, empty, past)];
                }

                // Last, since the limit program counts nothing that the log shows.
                using var there = await arena.StartLimitAsync(sendra.Database, sendra.Cookie);
                figures = [.. figures, .. await new LogBenchmark(sendra, there, past, size.Queries).RunAsync()];
                figures = [.. figures, benchmark.GrownLimit(sendra, there, past)];
            }

            report = new BenchmarkReport(database, size.Name, Environment.ProcessorCount, figures);
        });
        await report!.PublishAsync(Path.Combine(results, $"{database}.json"));
        return report.AllMet;
    }

    /// <summary>Only the rows about who shares with whom, and about the largest request.</summary>
    public static async Task<bool> FairnessAsync(Options options)
    {
        var met = true;
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var sendra = await arena.StartSendraAsync();
            IReadOnlyList<Figure> figures =
            [
                .. await new LargestRequest(sendra).RunAsync(),
                .. await new Fairness(sendra).RunAsync(options.Number("--calls", 300)),
            ];
            await sendra.VerifyAsync();
            met = Print(figures);
        });
        return met;
    }

    /// <summary>Only the rows about steps.</summary>
    public static async Task<bool> StepsAsync(Options options)
    {
        var met = true;
        var size = BenchmarkSize.Short with { Sleeping = options.Number("--sleeping", 1_000_000), Due = options.Number("--due", 100_000) };
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var sendra = await arena.StartSendraAsync();
            met = Print(await StepsAsync(arena, size, sendra));
        });
        return met;
    }

    /// <summary>Only the rows about automations that listen.</summary>
    public static async Task<bool> ListeningAsync(Options options)
    {
        var met = true;
        var size = BenchmarkSize.Short with { Events = options.Number("--events", BenchmarkSize.Short.Events), Listened = options.Number("--past", BenchmarkSize.Short.Listened) };
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena => met = Print(await new ListeningBenchmark(arena, size).RunAsync()));
        return met;
    }

    /// <summary>Only the rows about webhooks.</summary>
    public static async Task<bool> WebhooksAsync(Options options)
    {
        var met = true;
        var size = BenchmarkSize.Short with { Events = options.Number("--events", 40_000), EventsInBatches = options.Number("--events", 50_000) };
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena => met = Print(await WebhooksAsync(arena, size)));
        return met;
    }

    private static async Task<IReadOnlyList<Figure>> WebhooksAsync(Arena arena, BenchmarkSize size)
    {
        using var sendra = await arena.StartSendraAsync("webhooks");
        return await new WebhookBenchmark(sendra, size).RunAsync();
    }

    /// <summary>Only the rows about other products' clients.</summary>
    public static async Task<bool> CompatAsync(Options options)
    {
        var met = true;
        var size = BenchmarkSize.Short with { Events = options.Number("--events", 40_000), EventsInBatches = options.Number("--events", 50_000) };
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var sendra = await arena.StartSendraAsync("compat");
            met = Print(await new CompatBenchmark(sendra, size).RunAsync());
        });
        return met;
    }

    /// <summary>Only the rows about imports by the command line tool.</summary>
    public static async Task<bool> ImportAsync(Options options)
    {
        var met = true;
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var sendra = await arena.StartSendraAsync("import");
            met = Print(await new ImportBenchmark(sendra, Path.GetFullPath(options.Value("--tool")), arena.Folder).RunAsync(options.Number("--events", 1_000_000)));
        });
        return met;
    }

    /// <summary>Only the rows about what senders notice of old events being deleted.</summary>
    public static async Task<bool> RetentionAsync(Options options)
    {
        var met = true;
        var past = new Past(options.Number("--events", 2_000_000), options.Number("--contacts", 200_000), options.Number("--names", 1_000));
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena => met = Print(await new RetentionBenchmark(arena, BenchmarkSize.Short, past).RunAsync()));
        return met;
    }

    /// <summary>Only the rows about two nodes.</summary>
    public static async Task<bool> NodesAsync(Options options)
    {
        var met = true;
        await InArenaAsync(options, "postgresql", async arena => met = Print(await new NodesBenchmark(arena, BenchmarkSize.Short).RunAsync()));
        return met;
    }

    /// <summary>Only the rows about what goes out.</summary>
    public static async Task<bool> OutboxAsync(Options options)
    {
        var met = true;
        await InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var mails = new MailSink();
            using var calls = new CallSink();
            using var silent = new SilentSink();
            using var sendra = await arena.StartSendraAsync(settings: OutboxBenchmark.SettingsFor(mails));
            met = Print(await new OutboxBenchmark(sendra, mails, calls, silent)
                .RunAsync(options.Number("--size", 5_000), options.Number("--turns", 3), options.Number("--silent", 1_000)));
        });
        return met;
    }

    private static async Task<IReadOnlyList<Figure>> StepsAsync(Arena arena, BenchmarkSize size, Contender plain)
    {
        using var stepped = await arena.StartSendraAsync("steps", automation: new BenchmarkAutomation { Steps = StepsBenchmark.FiveSteps });
        return await new StepsBenchmark(plain, stepped, size).RunAsync();
    }

    private static bool Print(IReadOnlyList<Figure> figures)
    {
        foreach (var figure in figures)
        {
            Console.WriteLine($"{figure.Name}: {figure.Sendra:N1}{(figure.Limit is { } limit ? $" / {limit:N1} = {figure.Ratio:N2}" : "")} ({figure.Goal}){(figure.Met ? "" : "  MISSED")}");
        }

        return figures.All(figure => figure.Met);
    }

    /// <summary>
    /// Posts events to a fresh Sendra from 64 connections, then as many in batches and as deliveries to an event source,
    /// and checks that each is in its log.
    /// </summary>
    public static Task LoadAsync(Options options) => InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
    {
        var events = options.Number("--events", 10_000);
        using var sendra = await arena.StartSendraAsync();
        for (var round = 1; round <= options.Number("--rounds", 1); round++)
        {
            Console.WriteLine("Events by the API");
            sendra.Load(64, sendra.Calls.Send(new EventBodies(seed: round), events));
            Console.WriteLine($"Events in batches of {HttpCalls.PerBatch}");
            sendra.Load(4, sendra.Calls.SendBatches(new EventBodies(seed: 100 + round), events));
            Console.WriteLine("Events by webhook");
            sendra.Load(64, sendra.Calls.Deliver(new EventBodies(seed: 200 + round), events));
        }

        await sendra.VerifyAsync();
    });

    /// <summary>
    /// Loads two builds of Sendra in turn and prints what an event costs each. For judging a change: on a machine that
    /// does other things too, only figures taken side by side say anything.
    /// </summary>
    public static Task CompareAsync(Options options) => InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
    {
        using var before = await arena.StartSendraAsync("before", options.Value("--before"));
        using var after = await arena.StartSendraAsync("after", options.Value("--sendra"));
        await new Comparison(before, after, options.Number("--events", 10_000)).RunAsync(options.Number("--rounds", 6));
    });

    /// <summary>Fills the only workspace of a database that Sendra has made.</summary>
    public static Task FillAsync(Options options) =>
        new Past(options.Number("--events", 10_000_000), options.Number("--contacts", 1_000_000), options.Number("--names", 1_000))
            .FillAsync(BenchmarkDatabase.Of(options.Value("--database"), options.Value("--connection")));

    /// <summary>Runs something with servers on throw-away databases; shows their last words when it fails.</summary>
    public static async Task InArenaAsync(Options options, string database, Func<Arena, Task> run)
    {
        var folder = Directory.CreateDirectory(Path.Combine(options.Value("--work"), $"run-{Environment.ProcessId}"));
        try
        {
            await using var databases = new ThrowAwayDatabases(database, folder.FullName);
            await run(new Arena(Path.GetFullPath(options.Value("--sendra")), databases, folder.FullName));
        }
        catch
        {
            foreach (var log in folder.EnumerateFiles("*.log"))
            {
                Console.WriteLine($"The end of {log.Name}:");
                Console.WriteLine(string.Join('\n', File.ReadLines(log.FullName).TakeLast(40)));
            }

            throw;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
