using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>
/// Random workflows × random histories × time against <see cref="WorkflowModel"/>, through HTTP and on two nodes. Several histories share
/// the clock, so that they take as long as one.
/// </summary>
public sealed class WorkflowHistoryTests(string provider) : FunctionalTest(provider)
{
    private const int Together = 16;
    private const int Steps = 10;

    private int _number;

    [Test]
    public async Task F1_F3_F5_F7_F9_F14_A4_C3_E0_E12_Frequencies_random_histories_equal_the_model_on_every_node()
    {
        await using var second = App.Database.ServesManyNodes ? await App.StartSecondNodeAsync() : null;
        var client = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        foreach (var (name, type) in new[] { ("plan", "text"), ("trialEndsAt", "date") })
        {
            (await client.PostAsync("/api/custom-fields", new { name, type })).ShouldBe(201);
        }

        TestClient[] nodes = second is null ? [client] : [client, second.As(client)];
        await Gen.Select(Gen.Int[0, 45].Array[Steps], WorkflowHistoryStep.GenHistory(Steps).Array[Together]).SampleAsync(
            async sample =>
            {
                var (after, made) = sample;

                // Days begin at midnight, where the model's do.
                var midnight = new DateTimeOffset(App.Clock.GetUtcNow().UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
                App.Clock.Advance(midnight - App.Clock.GetUtcNow());
                var (time, now) = (new ModelTime(midnight), 0);
                var histories = made.Select(one => new WorkflowHistory(nodes, App.Clock, time, $"w{_number++}-", one.Made, one.Rules)).ToArray();
                await Task.WhenAll(histories.Select(history => history.BeginAsync()));
                for (var step = 0; step < Steps; step++)
                {
                    now = await PassAsync(after[step]);
                    await Task.WhenAll(histories.Zip(made, (history, one) => history.DoAsync(one.Steps[step], now)));
                }

                now = await PassAsync(10_000);
                await Task.WhenAll(histories.Select(history => history.EndAsync(now)));

                async Task<int> PassAsync(int units)
                {
                    App.Clock.Advance(time.At(now + units) - time.At(now));
                    await Task.WhenAll(histories.Select(history => history.SettleAsync(now + units)));
                    return now + units;
                }
            },
            iter: Scale.Samples(1, 60),
            threads: 1,
            seed: Scale.Seed,
            print: sample => $"after {string.Join(',', sample.Item1)} {string.Join("; ", sample.Item2.Select(one => $"{one.Rules}{string.Concat(one.Made.AsEnumerable())}: {string.Concat(one.Steps.AsEnumerable())}"))}");
        await TestContext.Out.WriteLineAsync($"workflow histories {App.Database.Provider}: {_number} on {(second is null ? "one node" : "two nodes")}");
    }
}
