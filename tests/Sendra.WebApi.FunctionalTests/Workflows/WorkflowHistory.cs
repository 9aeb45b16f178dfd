using System.Diagnostics;
using System.Text.Json;
using Sendra.Tests.Model;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>One random history of an automation with steps, told to Sendra and to a model for each contact.</summary>
/// <param name="nodes">The same credentials on each node; they take turns.</param>
/// <param name="prefix">Keeps its contacts and names apart from other histories'.</param>
/// <param name="made">The steps at the beginning.</param>
internal sealed class WorkflowHistory(IReadOnlyList<TestClient> nodes, TestClock clock, ModelTime time, string prefix, ModelStep[] made)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string[] Plans = ["pro", "free"];

    private readonly List<string>[] _runs = [.. Enumerable.Range(0, WorkflowHistoryStep.Contacts).Select(_ => new List<string>())];
    private readonly Dictionary<string, JsonElement> _seen = [];
    private readonly WorkflowModel[] _models = new WorkflowModel[WorkflowHistoryStep.Contacts];
    private ModelStep[] _current = made;
    private string _automation = "";
    private int _turn;

    private TestClient Client => nodes[_turn++ % nodes.Count];

    private bool IsPaused => _models[0].IsPaused;

    public async Task BeginAsync()
    {
        for (var contact = 0; contact < _models.Length; contact++)
        {
            var runs = _runs[contact];
            _models[contact] = new WorkflowModel((run, step) => PathAt(_seen[runs[run]], step));
        }

        var answer = (await Client.PostAsync("/api/automations", Definition())).ShouldBe(201).Json;
        _automation = answer.Text("id");
        (await Client.PostAsync($"/api/automations/{_automation}/activate")).ShouldBe(200);
    }

    public async Task DoAsync(WorkflowHistoryStep step, int now)
    {
        var model = _models[step.Contact];
        switch (step.Kind)
        {
            // One at a time: of several, the order in which they change their contact within ten minutes is not the model's.
            case "go" when model.Runs.All(run => run.At is null):
                await GoAsync(step.Contact, Plans[step.Value & 1], now);
                return;
            case "hear":
                var heard = await SendAsync(new { email = Email(step.Contact), eventName = ModelStep.Heard, eventProperties = new { v = Plans[step.Value & 1] } });
                heard.GetProperty("decisions").EnumerateArray().Count(decision => decision.Text("outcome") == "woken").Should().Be(model.Hear(Plans[step.Value & 1], now));
                break;
            case "leave":
                var leaving = model.Runs.FindAll(run => run.At is not null && run.Trigger == Plans[step.Value & 1]);
                (await SendAsync(new { email = Email(step.Contact), eventName = prefix + "leave", eventProperties = new { v = Plans[step.Value & 1] } }))
                    .GetProperty("exited").GetInt32().Should().Be(leaving.Count);
                leaving.ForEach(run => WorkflowModel.Exit(run, now, "exitEvent"));
                break;
            case "date":
                model.Date = step.Value;
                await PatchAsync(step.Contact, new { trialEndsAt = time.Date(step.Value) });
                break;
            case "plan":
                model.Plan = Plans[step.Value & 1];
                await PatchAsync(step.Contact, new { plan = model.Plan });
                break;
            case "noDate":
                model.Date = null;
                await PatchAsync(step.Contact, new { trialEndsAt = (string?)null });
                break;
            case "stop":
                (await SendAsync(new { email = Email(step.Contact), eventName = prefix + "stop" })).GetProperty("exited").GetInt32().Should().Be(model.Runs.Count(run => run.At is not null));
                model.Runs.ForEach(run => WorkflowModel.Exit(run, now, "exitEvent"));
                break;
            case "hand" when model.Runs.LastOrDefault() is { At: not null } last:
                (await Client.PostAsync($"/api/enrollments/{_runs[step.Contact][^1]}/exit")).ShouldBe(200);
                WorkflowModel.Exit(last, now, "byHand");
                break;
            case "edit" or "move":
                await EditAsync(step.Steps, step.Kind);
                break;
            case "pause":
                (await Client.PostAsync($"/api/automations/{_automation}/{(IsPaused ? "activate" : "pause")}")).ShouldBe(200);
                Array.ForEach(_models, one => one.IsPaused = !one.IsPaused);
                await UntilNoJobAsync();
                break;
        }

        await SettleAsync(now);
    }

    public async Task EndAsync(int now)
    {
        if (IsPaused)
        {
            await DoAsync(new WorkflowHistoryStep("pause", 0, 0, []), now);
        }

        (await Client.PostAsync($"/api/automations/{_automation}/archive")).ShouldBe(200);
    }

    /// <summary>Waits until nothing is due any more, lets the model go on, and compares.</summary>
    public async Task SettleAsync(int now)
    {
        await ReadAsync();
        for (var contact = 0; contact < _models.Length; contact++)
        {
            _models[contact].Settle(now);
            foreach (var (run, model) in _runs[contact].Select(id => _seen[id]).Zip(_models[contact].Runs))
            {
                Compare(run, model);
            }
        }
    }

    private async Task GoAsync(int contact, string value, int now)
    {
        var answer = await SendAsync(new { email = Email(contact), eventName = prefix + "go", eventProperties = new { v = value } });
        answer.GetProperty("enrolled").GetInt32().Should().Be(IsPaused ? 0 : 1);
        if (!IsPaused)
        {
            _runs[contact].Add(answer.GetProperty("decisions")[0].Text("enrollmentId"));
            await ReadAsync();
        }

        _models[contact].Begin(_current, now, value);
        await SettleAsync(now);
    }

    private Task<JsonElement> PatchAsync(int contact, object contactProperties) =>
        SendAsync(new { email = Email(contact), eventName = prefix + "patched", contactProperties });

    // A machine at its limit says so, and has stored nothing.
    private async Task<JsonElement> SendAsync(object body)
    {
        while (true)
        {
            var answer = await Client.PostAsync("/api/events/send", body);
            if (answer.Status != 503)
            {
                return answer.ShouldBe(200).Json;
            }
        }
    }

    private async Task EditAsync(ModelStep[] steps, string kind)
    {
        _current = steps;
        (await Client.PutAsync($"/api/automations/{_automation}", Definition(kind == "move" ? "move" : "stay"))).ShouldBe(200);
        if (kind == "move")
        {
            Array.ForEach(_models, model => model.Runs.ForEach(run => WorkflowModel.Move(run, steps)));
            await UntilNoJobAsync();
        }
    }

    private object Definition(string? inFlight = null) => new
    {
        name = "Flow",
        trigger = new { eventName = prefix + "go" },
        exitEvents = new[] { prefix + "stop", prefix + "leave" },
        exitConditions = new Dictionary<string, object> { [prefix + "leave"] = new { field = "event.v", op = "equals", value = new { field = "trigger.v" } } },
        steps = JsonElement.Parse(ModelStep.ToJson(_current, time)),
        inFlight,
    };

    private async Task UntilNoJobAsync() =>
        await Client.UntilAutomationAsync(_automation, one => one.GetProperty("inFlight").ValueKind == JsonValueKind.Null);

    // What is due is carried on soon, unless the automation is paused.
    private async Task ReadAsync()
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var runs = await Client.ItemsAsync($"/api/enrollments?automationId={_automation}&status=active");

            // One that ends while the list is read is there as it is then.
            if (IsPaused || runs.Where(run => run.Status() == "active").All(run => run.GetProperty("dueAt").GetDateTimeOffset() > clock.GetUtcNow()))
            {
                break;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience, "a node should have carried them on");
            await Task.Delay(20);
        }

        foreach (var id in _runs.SelectMany(runs => runs))
        {
            if (!_seen.TryGetValue(id, out var known) || known.Status() == "active")
            {
                _seen[id] = (await Client.GetAsync($"/api/enrollments/{id}")).ShouldBe(200).Json;
            }
        }
    }

    private void Compare(JsonElement run, ModelRun model)
    {
        var visits = run.GetProperty("journey").EnumerateArray().ToLookup(visit => visit.Text("outcome") == "waiting");
        visits[false].Select(Line).Should().Equal(model.Journey);
        visits[true].Select(visit => visit.Text("stepId")).Should().Equal(model.At is { } at ? [model.Steps[at].Id] : []);
        (run.GetProperty("endedBecause") is { ValueKind: JsonValueKind.Object } end ? end.Text("code") : null).Should().Be(model.End);
    }

    private string Line(JsonElement visit) => string.Join(' ', new[]
    {
        visit.Text("stepId"),
        visit.Text("outcome"),
        visit.GetProperty("path").GetString() ?? visit.GetProperty("code").GetString(),
        $"{time.Of(visit.GetProperty("leftAt").GetDateTimeOffset())}",
    }.OfType<string>());

    private static string PathAt(JsonElement run, string step) =>
        run.GetProperty("journey").EnumerateArray().Last(visit => visit.Text("stepId") == step).Text("path");

    private string Email(int contact) => $"{prefix}{contact}@example.com";
}
