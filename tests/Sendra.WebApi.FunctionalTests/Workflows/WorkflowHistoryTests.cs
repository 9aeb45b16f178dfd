using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>
/// Random workflows × random histories × time against <see cref="WorkflowModel"/>, through HTTP and on two nodes. Several histories share
/// a workspace and the clock, so that they take hardly longer than one.
/// </summary>
public sealed class WorkflowHistoryTests(string provider) : FunctionalTest(provider)
{
    private const int Steps = 10;

    // Their runs, one at a time for each contact, are seen at a look.
    private static readonly int Together = Scale.Of(16, DueRuns.Most / WorkflowHistoryStep.Contacts);

    private int _number;

    [Test]
    public async Task F1_F3_F5_F7_F9_F14_A4_C3_E0_E12_Frequencies_random_histories_equal_the_model_on_every_node()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        await Gen.Select(Gen.Int[0, 45].Array[Steps], WorkflowHistoryStep.GenHistory(Steps).Array[Together]).SampleAsync(
            sample => RunAsync(second, sample.Item1, sample.Item2),
            iter: Scale.Samples(1, 38),
            threads: 1,
            seed: Scale.Seed,
            print: sample => $"after {string.Join(',', sample.Item1)} {string.Join("; ", sample.Item2.Select(one => $"{one.Rules}{string.Concat(one.Made.AsEnumerable())}: {string.Concat(one.Steps.AsEnumerable())}"))}");
        await TestContext.Out.WriteLineAsync($"workflow histories {App.Database.Provider}: {_number} on {(second is null ? "one node" : "two nodes")}");
    }

    private async Task RunAsync(TestNode? second, int[] after, (ModelStep[] Made, ModelRules Rules, WorkflowHistoryStep[] Steps)[] made)
    {
        var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        foreach (var (name, type) in new[] { ("plan", "text"), ("trialEndsAt", "date") })
        {
            (await client.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }

        // Days begin at midnight, where the model's do.
        var midnight = new DateTimeOffset(App.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        App.Clock.Advance(midnight - App.Clock.GetUtcNow());
        var (time, now, due) = (new ModelTime(midnight), 0, new DueRuns(client, App.Clock));
        TestClient[] nodes = second is null ? [client] : [client, second.As(client)];
        var histories = made.Select(one => new WorkflowHistory(nodes, time, $"w{_number++}-", one.Made, one.Rules)).ToArray();
        await Task.WhenAll(histories.Select(history => history.BeginAsync()));
        for (var step = 0; step < Steps; step++)
        {
            await PassAsync(after[step]);
            var told = await Task.WhenAll(histories.Zip(made, (history, one) => history.DoAsync(one.Steps[step], now)));
            await SettleAsync((history, i) => history.SettleAsync(now, told[i]));
        }

        await PassAsync(10_000);
        await Task.WhenAll(histories.Select(history => history.ActivateAsync()));
        await SettleAsync((history, _) => history.SettleAsync(now));
        await Task.WhenAll(histories.Select(history => history.ArchiveAsync()));

        async Task PassAsync(int units)
        {
            App.Clock.Advance(time.At(now + units) - time.At(now));
            now += units;
            await SettleAsync((history, _) => history.SettleAsync(now));
        }

        async Task SettleAsync(Func<WorkflowHistory, int, Task> settle)
        {
            await due.UntilNoneAsync(histories.Select(history => history.Paused).OfType<string>().ToHashSet());
            await Task.WhenAll(histories.Select(settle));
        }
    }
}
