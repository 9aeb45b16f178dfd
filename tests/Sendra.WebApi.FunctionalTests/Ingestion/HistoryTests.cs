using CsCheck;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>Random histories against <see cref="RulesModel"/>: in whatever way events are grouped into calls, the effect is the same.</summary>
public sealed class HistoryTests(string provider) : FunctionalTest(provider)
{
    private const int Histories = 1_000;
    private static readonly string[] Names = ["a", "b", "c"];
    private static readonly string[] Statuses = ["activate", "pause", "archive"];

    private static readonly Gen<string[]> GenExits = Gen.Bool.Array[Names.Length].Select(on => Names.Where((_, i) => on[i]).ToArray());

    private static readonly Gen<Step> GenStep = Gen.Frequency(
        (8, Gen.Select(Gen.Int[0, 1], Gen.OneOf(Names), Gen.Bool).Select((contact, name, together) => new Step("send", contact, name, together))),
        (1, Gen.Select(Gen.Int[0, 1], Gen.OneOf(Statuses)).Select((automation, status) => new Step(status, automation))),
        (1, Gen.Select(Gen.Int[0, 1], Gen.OneOf(Names), Gen.Bool, GenExits).Select((automation, name, once, exits) => new Step("edit", automation, name, once, exits))));

    private static readonly Gen<(Step[] Automations, Step[] Steps)> GenHistory = Gen.Select(
        Gen.Select(Gen.OneOf(Names), Gen.Bool, GenExits, (name, once, exits) => new Step("create", 0, name, once, exits)).Array[2],
        GenStep.Array[1, 12]);

    private int _number;

    [Test]
    public async Task E11_A2_A3_A4_A5_A6_random_histories_equal_the_model_however_they_are_grouped()
    {
        var client = await App.RegisterAsync();
        await GenHistory.SampleAsync(history => RunAsync(client, history), iter: Histories, threads: 1);
    }

    private async Task RunAsync(TestClient client, (Step[] Automations, Step[] Steps) history)
    {
        var prefix = $"h{Interlocked.Increment(ref _number)}-";
        var model = new RulesModel();
        var automations = new List<Guid>();
        foreach (var made in history.Automations)
        {
            automations.Add(await client.LiveAutomationAsync(prefix + made.Name, Frequency(made), Prefixed(prefix, made)));
            model.Add(made.Name!, made.Flag, made.Exits!);
            model.SetStatus(automations.Count - 1, "live");
        }

        var waiting = new List<Step>();
        foreach (var step in history.Steps)
        {
            // Events that go together wait for the first that does not; whatever else happens comes after them.
            if (step is { Kind: "send", Flag: true })
            {
                waiting.Add(step);
                continue;
            }

            await FlushAsync(client, prefix, model, waiting);
            await ApplyAsync(client, prefix, model, automations, step);
        }

        await FlushAsync(client, prefix, model, waiting);
        await CompareRunsAsync(client, prefix, model, automations);
        foreach (var automation in automations)
        {
            await client.PostAsync($"/api/automations/{automation}/archive");
        }
    }

    private static async Task ApplyAsync(TestClient client, string prefix, RulesModel model, List<Guid> automations, Step step)
    {
        switch (step.Kind)
        {
            case "send":
                (await client.EventAsync(Email(prefix, step), prefix + step.Name)).Effect().Should().Be(model.Send(Email(prefix, step), step.Name!));
                break;
            case "edit":
                var edited = await client.PutAsync(
                    $"/api/automations/{automations[step.Index]}",
                    new { name = "x", trigger = new { eventName = prefix + step.Name }, frequency = Frequency(step), exitEvents = Prefixed(prefix, step) });
                if (edited.Status == 200)
                {
                    model.Edit(step.Index, step.Name!, step.Flag, step.Exits!);
                }

                break;
            default:
                var moved = await client.PostAsync($"/api/automations/{automations[step.Index]}/{step.Kind}");
                if (moved.Status == 200)
                {
                    model.SetStatus(step.Index, moved.Json.Text("status"));
                }

                break;
        }
    }

    private static async Task FlushAsync(TestClient client, string prefix, RulesModel model, List<Step> waiting)
    {
        if (waiting.Count == 0)
        {
            return;
        }

        var answer = (await client.PostAsync(
            "/api/events/batch",
            new { events = waiting.Select(step => new { email = Email(prefix, step), eventName = prefix + step.Name }) })).ShouldBe(200);
        answer.Json.GetProperty("results").EnumerateArray().Select(EventWords.Effect)
            .Should().Equal(waiting.Select(step => model.Send(Email(prefix, step), step.Name!)).ToList());
        waiting.Clear();
    }

    private static async Task CompareRunsAsync(TestClient client, string prefix, RulesModel model, List<Guid> automations)
    {
        for (var contact = 0; contact < 2; contact++)
        {
            var email = $"{prefix}{contact}@example.com";
            var items = await client.ItemsAsync($"/api/enrollments?email={email}&limit=200");
            foreach (var (index, automation) in automations.Index())
            {
                items.Where(item => item.GetProperty("automationId").GetGuid() == automation).Reverse()
                    .Select(item => item.Text("status") == "active")
                    .Should().Equal(model.RunsOf(email, index).Select(run => run.Active));
            }
        }
    }

    private static string Email(string prefix, Step step) => $"{prefix}{step.Index}@example.com";

    private static string Frequency(Step step) => step.Flag ? "oncePerContact" : "everyTime";

    private static string[] Prefixed(string prefix, Step step) => [.. step.Exits!.Select(name => prefix + name)];

    internal sealed record Step(string Kind, int Index, string? Name = null, bool Flag = false, string[]? Exits = null)
    {
        public override string ToString() => $"{Kind} {Index} {Name} {Flag} [{string.Join(' ', Exits ?? [])}]";
    }
}
