using System.Text.Json;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>The most that one request may cause: 15,000 decisions, each of which drops a run and begins one.</summary>
internal sealed class LargestRequest(Contender sendra)
{
    private const int Events = 150;
    private const int Automations = 100;
    private const string Name = "large";

    /// <summary>Twice: the first enrolls each contact 100 times, the second drops these runs and begins as many anew.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("The largest request: 150 events with 100 listeners each");
        var (cookie, webhook) = await SendraClient.PrepareAsync(sendra.Server.Address, "large@example.com");
        var calls = new HttpCalls(sendra.Server.Address, cookie, webhook);
        for (var number = 0; number < Automations; number++)
        {
            await SendraClient.AutomateAsync(sendra.Server.Address, cookie, new BenchmarkAutomation(Name, Name));
        }

        var body = JsonSerializer.Serialize(new { events = Enumerable.Range(0, Events).Select(number => new { email = $"large-{number}@example.com", eventName = Name }) });
        LoadResult[] results = [.. Enumerable.Range(0, 2).Select(_ => sendra.Load(1, [calls.Batch(body)]))];
        return
        [
            Figure.Below("largest request, s", results.Max(result => result.Seconds), 3),
            Figure.Below("largest request, peak MB", sendra.Server.PeakMemory, 450),
        ];
    }
}
