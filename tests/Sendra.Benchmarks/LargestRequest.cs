using System.Text.Json;
using Sendra.Benchmarks.Load;
using Sendra.Benchmarks.Report;
using Sendra.Benchmarks.Servers;

namespace Sendra.Benchmarks;

/// <summary>The most that one request may cause: 1,000 events, to each of which 300 automations listen.</summary>
internal sealed class LargestRequest(Contender sendra)
{
    private const int Events = 1_000;
    private const string Name = "large";

    /// <summary>Twice: the first enrolls each contact 100 times, the second drops these enrollments and makes as many anew.</summary>
    public async Task<IReadOnlyList<Figure>> RunAsync()
    {
        Console.WriteLine("1,000 events with 300 listeners each");
        var (cookie, webhook) = await SendraClient.PrepareAsync(sendra.Server.Address, "large@example.com");
        var calls = new HttpCalls(sendra.Server.Address, cookie, webhook);
        for (var number = 0; number < 300; number++)
        {
            await SendraClient.AutomateAsync(sendra.Server.Address, cookie, number < 100 ? Name : $"other{number}", Name);
        }

        var body = JsonSerializer.Serialize(new { events = Enumerable.Range(0, Events).Select(number => new { email = $"large-{number}@example.com", eventName = Name }) });
        LoadResult[] results = [.. Enumerable.Range(0, 2).Select(_ => sendra.Load(1, [calls.Batch(body)]))];
        return
        [
            Figure.Below("1,000 events with 300 listeners, s", results.Max(result => result.Seconds), 3),
            Figure.Below("1,000 events with 300 listeners, peak MB", sendra.Server.PeakMemory, 450),
        ];
    }
}
