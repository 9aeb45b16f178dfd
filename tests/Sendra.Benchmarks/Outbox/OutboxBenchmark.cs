using System.Diagnostics;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;
using Sendra.Benchmarks.Steps;

namespace Sendra.Benchmarks.Outbox;

/// <summary>How fast emails and calls go out, compared with bare clients, and what receivers that never answer cost the others.</summary>
/// <param name="sendra">A Sendra with <see cref="SettingsFor"/>.</param>
internal sealed class OutboxBenchmark(Contender sendra, MailSink mails, CallSink calls, SilentSink silent)
{
    private const int MailConnections = 8;
    private const int CallsAtOnce = 64;
    private const int PerBatch = 250;

    // The most live automations of one trigger.
    private const int PerTrigger = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int _seed = 30_000;

    /// <summary>What Sendra is told.</summary>
    public static Dictionary<string, string> SettingsFor(MailSink mails) => new()
    {
        ["Smtp__Host"] = "127.0.0.1",
        ["Smtp__Port"] = $"{mails.Port}",
        ["Smtp__Security"] = "none",
        ["OutgoingCalls__AllowedNetworks"] = "127.0.0.0/8",
        ["OutgoingCalls__TimeoutSeconds"] = "30",
        ["Retries__FirstPause"] = "00:00:01",
    };

    public static string EmailOf(int number) => $"somebody{number}@example.com";

    /// <param name="size">How many emails and calls go out in a turn.</param>
    /// <param name="turns">How often each is measured.</param>
    /// <param name="receivers">How many receivers never answer.</param>
    public async Task<IReadOnlyList<Figure>> RunAsync(int size, int turns, int receivers)
    {
        await PrepareAsync();
        Console.WriteLine("Emails and calls, in turn with bare clients");
        var (mailed, mailedBare, called, calledBare) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn <= turns; turn++)
        {
            var (mail, mailCpu) = await RateAsync("mail", size, mails);
            mailed.Add(mail);
            mailedBare.Add(await BareClient.MailAsync(mails.Port, MailConnections, size));
            var (call, callCpu) = await RateAsync("call", size, calls);
            called.Add(call);
            calledBare.Add(await BareClient.CallAsync(calls.Port, CallsAtOnce, size));
            Console.WriteLine(
                $"  emails {mail:N0}/s, {mailCpu:N0} µs of CPU each, bare {mailedBare[^1]:N0}/s; calls {call:N0}/s, {callCpu:N0} µs of CPU each, bare {calledBare[^1]:N0}/s; {sendra.Server.Memory:N0} MB");
        }

        Console.WriteLine($"{receivers:N0} receivers that never answer");
        var runs = await SleepingRuns.MakeAsync(sendra, (turns + 1) * 2 * size, size);
        var alone = await MeasureAsync(runs, size, turns, 0);
        await SilenceAsync(receivers);
        var beside = await MeasureAsync(runs, size, turns, turns + 1);

        // The first turns were to warm up.
        return
        [
            Figure.AtLeast("emails / bare client with the same connections, per s", Benchmark.Median(mailed[1..]), Benchmark.Median(mailedBare[1..]), 0.7),
            Figure.AtLeast("calls / bare client, per s", Benchmark.Median(called[1..]), Benchmark.Median(calledBare[1..]), 0.6),
            Figure.AtLeast($"calls beside {receivers:N0} silent receivers / alone, per s", Benchmark.Median(beside[1..], one => one.Calls), Benchmark.Median(alone[1..], one => one.Calls), 0.8),
            Figure.AtLeast($"events beside {receivers:N0} silent receivers / alone, per s", Benchmark.Median(beside[1..], one => one.Events), Benchmark.Median(alone[1..], one => one.Events), 0.9),
            Figure.AtLeast($"due steps beside {receivers:N0} silent receivers / alone, per s", Benchmark.Median(beside[1..], one => one.Steps), Benchmark.Median(alone[1..], one => one.Steps), 0.9),
            Figure.Below("memory, peak MB", sendra.Server.PeakMemory, 350),
        ];
    }

    private async Task PrepareAsync()
    {
        var (server, cookie) = (sendra.Server.Address, sendra.Cookie);
        var template = await SendraClient.PostAsync(server, cookie, "/api/templates", new { name = "Hello", subject = "Hello", format = "html", source = "<p>Hello {{ contact.email }}</p>" });
        await SendraClient.AutomateAsync(
            server,
            cookie,
            new BenchmarkAutomation("mail", Exit: null)
            {
                Steps = [new { id = "mail", type = "sendEmail", templateId = template.GetProperty("id").GetString(), kind = "transactional", from = "hello@example.com" }],
            });
        await SendraClient.AutomateAsync(server, cookie, new BenchmarkAutomation("call", Exit: null) { Steps = [CallTo($"http://127.0.0.1:{calls.Port}/")] });
    }

    private static object CallTo(string url) => new { id = "call", type = "callUrl", method = "POST", url, body = """{"email":"{{ contact.email }}"}""" };

    /// <summary>Enrolls people, all of whom get something.</summary>
    /// <returns>How many a second got it once all were enrolled, and how long Sendra computed for one, in microseconds.</returns>
    private async Task<(double Rate, double Cpu)> RateAsync(string eventName, int count, Sink sink)
    {
        var before = sink.Taken;
        foreach (var some in Enumerable.Range(0, count).Chunk(PerBatch))
        {
            await SendraClient.PostAsync(sendra.Server.Address, sendra.Cookie, "/api/events/batch", new { events = some.Select(number => new { email = EmailOf(number), eventName }) });
        }

        var (started, cpu, already) = (Stopwatch.GetTimestamp(), sendra.Server.Cpu, sink.Taken - before);
        await UntilAsync(() => sink.Taken - before >= count);
        return ((count - already) / Stopwatch.GetElapsedTime(started).TotalSeconds, (sendra.Server.Cpu - cpu).TotalMicroseconds / (count - already));
    }

    private async Task<List<(double Calls, double Events, double Steps)>> MeasureAsync(SleepingRuns runs, int size, int turns, int firstGroup)
    {
        var measured = new List<(double, double, double)>();
        for (var turn = 0; turn <= turns; turn++)
        {
            var (called, _) = await RateAsync("call", size, calls);
            var events = sendra.Load(CallsAtOnce, sendra.Calls.Send(new EventBodies(++_seed), size)).EventsPerSecond;
            await runs.WakeAsync(firstGroup + turn);
            var started = Stopwatch.GetTimestamp();
            while (await runs.AnyDueAsync())
            {
                await Task.Delay(20);
            }

            measured.Add((called, events, size * SleepingRuns.StepsLeft / Stopwatch.GetElapsedTime(started).TotalSeconds));
            Console.WriteLine($"  calls {called:N0}/s, events {events:N0}/s, due steps {measured[^1].Item3:N0}/s");
        }

        return measured;
    }

    /// <summary>Has each of the silent receivers called, over and over.</summary>
    private async Task SilenceAsync(int receivers)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, receivers), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (receiver, _) =>
            await SendraClient.AutomateAsync(sendra.Server.Address, sendra.Cookie, new BenchmarkAutomation(TriggerOf(receiver), Exit: null) { Steps = [CallTo(silent.UrlOf(receiver))] }));
        foreach (var trigger in Enumerable.Range(0, receivers).Select(TriggerOf).Distinct())
        {
            await SendraClient.PostAsync(sendra.Server.Address, sendra.Cookie, "/api/events/send", new { email = EmailOf(0), eventName = trigger });
        }

        await UntilAsync(() => silent.Taken >= receivers);
    }

    private static string TriggerOf(int receiver) => $"silent{receiver / PerTrigger}";

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var waited = Stopwatch.StartNew(); !isSo(); await Task.Delay(5))
        {
            if (waited.Elapsed > Patience)
            {
                throw new InvalidOperationException("What should have gone out has not.");
            }
        }
    }
}
