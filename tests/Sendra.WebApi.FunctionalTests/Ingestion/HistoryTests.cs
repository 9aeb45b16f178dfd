using System.Collections.Concurrent;
using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>
/// Random histories against <see cref="RulesModel"/>: in whatever way events are grouped into calls, and on whichever
/// node they arrive, the effect is the same.
/// </summary>
public sealed class HistoryTests(string provider) : FunctionalTest(provider)
{
    private const int Threads = 4;

    private int _number;

    [Test]
    public async Task E0_E4_E8_E11_A2_A3_A4_A5_A6_Frequencies_random_histories_equal_the_model_however_they_are_grouped()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var workspaces = new ConcurrentBag<TestClient[]>();
        for (var thread = 0; thread < Threads; thread++)
        {
            var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
            (await client.PostAsync("/api/custom-fields", new { name = "plan", type = "text" })).ShouldBe(201);
            workspaces.Add(second is null ? [client] : [client, second.As(client)]);
        }

        var days = new ModelDays(App.Clock);
        await HistoryStep.GenHistory.SampleAsync(
            async history =>
            {
                workspaces.TryTake(out var nodes).Should().BeTrue("each thread has a workspace");
                try
                {
                    await new History(nodes!, days, $"h{Interlocked.Increment(ref _number)}-").RunAsync(history.Made, history.Steps);
                }
                finally
                {
                    workspaces.Add(nodes!);
                }
            },
            iter: Scale.Samples(150, 2_500),
            threads: Threads,
            seed: Scale.Seed,
            print: history => $"{string.Concat(history.Made.AsEnumerable())}{string.Concat(history.Steps.AsEnumerable())}");
        await TestContext.Out.WriteLineAsync($"histories {App.Database.Provider}: {_number} on {(second is null ? "one node" : "two nodes")}");
    }
}
