using System.Diagnostics;
using System.Text.Json;
using Sendra.Benchmarks.Filling;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks.Logs;

/// <summary>The commands that measure a long log.</summary>
internal static class LogRuns
{
    /// <summary>Fills a log, measures every filter and an export of all of it; true when every goal is met.</summary>
    public static async Task<bool> BenchmarkAsync(Options options)
    {
        var database = options.Value("--database", "sqlite");
        var past = new Past(options.Number("--events", 10_000_000), options.Number("--contacts", 1_000_000), options.Number("--names", 300));
        BenchmarkReport? report = null;
        await Runs.InArenaAsync(options, database, async arena =>
        {
            using var sendra = await arena.StartSendraAsync();
            var started = Stopwatch.GetTimestamp();
            await past.FillAsync(sendra.Database);
            Console.WriteLine($"Filled in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
            using var limit = await arena.StartLimitAsync(sendra.Database, sendra.Cookie);
            var figures = await new LogBenchmark(sendra, limit, past, options.Number("--calls", 500)).RunAsync();
            report = new BenchmarkReport(database, "logs", Environment.ProcessorCount, [.. figures, .. await ExportsAsync(sendra)]);
        });
        await report!.PublishAsync(Path.Combine(Directory.CreateDirectory(options.Value("--results")).FullName, $"{database}-logs.json"));
        return report.AllMet;
    }

    /// <summary>
    /// Sends events while an automation is live, and then asks what would have happened: true when it is what did.
    /// </summary>
    public static async Task<bool> SimulateAsync(Options options)
    {
        var events = options.Number("--events", 1_000_000);
        var same = false;
        await Runs.InArenaAsync(options, options.Value("--database", "sqlite"), async arena =>
        {
            using var sendra = await arena.StartSendraAsync();
            foreach (var seed in Enumerable.Range(1, events / Part))
            {
                sendra.Load(4, sendra.Calls.SendBatches(new EventBodies(seed), Part));
            }

            await sendra.VerifyAsync();
            var (enrolled, exited) = (
                await sendra.Database.NumberAsync("SELECT count(*) FROM enrollments"),
                await sendra.Database.NumberAsync("SELECT count(*) FROM enrollments WHERE status = 3"));
            var contacts = await sendra.Database.NumberAsync("SELECT count(DISTINCT contact_id) FROM enrollments");
            var started = Stopwatch.GetTimestamp();
            var result = await SimulateAsync(sendra);
            Console.WriteLine(
                $"Simulated in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s, {sendra.Server.Memory:N0} MB: "
                + $"{result.GetProperty("enrolled")} of {enrolled} enrolled, {result.GetProperty("exited")} of {exited} exited, "
                + $"{result.GetProperty("contactCount")} of {contacts} contacts");
            same = result.GetProperty("enrolled").GetInt64() == enrolled && result.GetProperty("exited").GetInt64() == exited
                && result.GetProperty("contactCount").GetInt64() == contacts;
        });
        return same;
    }

    private const int Part = 100_000;

    private static async Task<JsonElement> SimulateAsync(Contender sendra)
    {
        using var client = sendra.Client();
        using var answer = await PastReaders.SimulateAsync(client, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        var lines = (await answer.Content.ReadAsStringAsync()).TrimEnd().Split('\n');
        Console.WriteLine($"{lines.Length - 1} steps");
        return JsonElement.Parse(lines[^1]).GetProperty("result");
    }

    // Flat memory: what the server holds at most during an export, against what it held before.
    private static async Task<IReadOnlyList<Figure>> ExportsAsync(Contender sendra)
    {
        var figures = new List<Figure>();
        foreach (var format in new[] { "csv", "ndjson" })
        {
            var (before, most, bytes, started) = (sendra.Server.Memory, 0d, 0L, Stopwatch.GetTimestamp());
            using var client = sendra.Client();
            await using var export = await client.GetStreamAsync($"/api/events/export?format={format}");
            var buffer = new byte[1024 * 1024];
            for (var sampled = 0L; await export.ReadAsync(buffer) is > 0 and var read;)
            {
                bytes += read;
                if (bytes - sampled > 10 * buffer.Length)
                {
                    (sampled, most) = (bytes, Math.Max(most, sendra.Server.Memory));
                }
            }

            Console.WriteLine(
                $"Export as {format}: {bytes / 1_000_000:N0} MB in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s, memory {before:N0} MB before, {most:N0} MB at most");
            figures.Add(Figure.Below($"export of everything as {format}, memory at most, MB", most, 350));
        }

        return figures;
    }
}
