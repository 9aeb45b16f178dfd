using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>Files of events by the command line tool, as a person runs it, and events in batches before and after each.</summary>
/// <param name="sendra">Sendra.</param>
/// <param name="tool">The tool's executable.</param>
/// <param name="folder">Where files go.</param>
internal sealed class ImportBenchmark(Contender sendra, string tool, string folder)
{
    private const int Connections = 4;

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);

    private int _seed = 3_000;

    public async Task<IReadOnlyList<Figure>> RunAsync(int events)
    {
        Console.WriteLine($"{events:N0} events by the command line tool, and in batches of {HttpCalls.PerBatch} over {Connections} connections");
        var key = (await SendraClient.PostAsync(sendra.Server.Address, sendra.Cookie, "/api/api-keys", new { name = "Benchmark", scopes = (string[])["events:send"] })).GetProperty("key").GetString()!;
        var figures = new List<Figure>();

        // To warm up.
        Batches(events / 10);
        var before = Batches(events);
        foreach (var (format, write) in new (string, Action<StreamWriter, int>)[] { ("NDJSON", WriteLines), ("CSV", WriteTable) })
        {
            var file = Path.Combine(folder, $"events.{format.ToLowerInvariant()}");
            await using (var writer = new StreamWriter(file))
            {
                write(writer, events);
            }

            var (speed, memory) = await ImportAsync(key, file, events);
            var after = Batches(events);
            figures.Add(Figure.AtLeast($"import of {format} / batch of {HttpCalls.PerBatch}, events/s", speed, (before + after) / 2, 0.8));
            figures.Add(Figure.Below($"the tool's memory, {format}, peak MB", memory, 150));
            before = after;
            File.Delete(file);
        }

        await sendra.VerifyAsync(eventsOnly: true);
        return figures;
    }

    // As many events of as many contacts as a file has: the more contacts, the more an event costs. Senders have contacts of their own, as the
    // tool's calls have.
    private double Batches(int events) =>
        sendra.Load(Connections, sendra.Calls.SendBatches([.. Enumerable.Range(0, Connections).Select(_ => new EventBodies(++_seed))], events)).EventsPerSecond;

    private void WriteLines(StreamWriter file, int events)
    {
        var bodies = new EventBodies(++_seed);
        for (var number = 0; number < events; number++)
        {
            file.WriteLine(bodies.Next());
        }
    }

    private void WriteTable(StreamWriter file, int events)
    {
        var bodies = new EventBodies(++_seed);
        file.WriteLine("E-mail,Event,plan,referrer,page,amount,seats,First name,Last name");
        for (var number = 0; number < events; number++)
        {
            var body = JsonNode.Parse(bodies.Next())!;
            var (properties, contact) = (body["eventProperties"]!, body["contactProperties"]!);
            JsonNode?[] cells =
            [
                body["email"], body["eventName"], properties["plan"], properties["referrer"], properties["page"], properties["amount"], properties["seats"], contact["firstName"], contact["lastName"],
            ];
            file.WriteLine(string.Join(',', cells.Select(cell => cell!.ToString())));
        }
    }

    private async Task<(double Speed, double Memory)> ImportAsync(string key, string file, int events)
    {
        var start = new ProcessStartInfo(tool) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["import", "events", file, "--json"])
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var column in file.EndsWith(".csv", StringComparison.Ordinal)
            ? (string[])["E-mail=email", "Event=eventName", "amount=property.amount:number", "seats=property.seats:number", "First name=contact.firstName", "Last name=contact.lastName"]
            : [])
        {
            start.ArgumentList.Add("--map");
            start.ArgumentList.Add(column);
        }

        start.Environment["SENDRA_URL"] = sendra.Server.Address.ToString();
        start.Environment["SENDRA_API_KEY"] = key;
        start.Environment["SENDRA_STATE"] = folder;
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var (said, problems) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var (memory, cpu) = (0L, TimeSpan.Zero);
        var ended = process.WaitForExitAsync();
        while (await Task.WhenAny(ended, Task.Delay(LookEvery)) != ended)
        {
            try
            {
                process.Refresh();
                (memory, cpu) = (Math.Max(memory, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It has just ended.
            }
        }

        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"The tool ended with {process.ExitCode.ToString(CultureInfo.InvariantCulture)}: {await said}{await problems}");
        }

        sendra.Acknowledge(new LoadResult(events, 0, 0, 0, seconds, 0, []));
        var megabytes = memory / 1024d / 1024;
        Console.WriteLine(
            $"  import of {Path.GetExtension(file)[1..]}: {events / seconds,8:N0} events/s, {cpu.TotalMicroseconds / events:N0} µs of the tool's CPU an event, {megabytes:N0} MB");
        return (events / seconds, megabytes);
    }
}
