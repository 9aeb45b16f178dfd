using System.Text.Json;
using Sendra.Tests.Model;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>One random history of an automation with steps, told to Sendra and to a model for each contact.</summary>
/// <param name="nodes">The same credentials on each node; they take turns.</param>
/// <param name="prefix">Keeps its contacts and names apart from other histories'.</param>
/// <param name="made">The steps at the beginning.</param>
/// <param name="rules">Whom it enrolls at the beginning.</param>
internal sealed class WorkflowHistory(IReadOnlyList<TestClient> nodes, ModelTime time, string prefix, ModelStep[] made, ModelRules rules)
{
    private readonly List<string>[] _runs = [.. Enumerable.Range(0, WorkflowHistoryStep.Contacts).Select(_ => new List<string>())];
    private readonly Dictionary<string, JsonElement> _seen = [];
    private readonly WorkflowModel[] _models = new WorkflowModel[WorkflowHistoryStep.Contacts];
    private readonly HashSet<int> _known = [];
    private string _automation = "";
    private int _turn;

    private TestClient Client => nodes[_turn++ % nodes.Count];

    /// <summary>Its automation while that is paused, otherwise null.</summary>
    public string? Paused => _models[0].IsPaused ? _automation : null;

    public async Task BeginAsync()
    {
        for (var contact = 0; contact < _models.Length; contact++)
        {
            var runs = _runs[contact];
            _models[contact] = new WorkflowModel((run, step) => PathAt(_seen[runs[run]], step)) { Rules = rules, Steps = made };
        }

        var answer = (await Client.PostAsync("/api/automations", Definition())).ShouldBe(201).Json;
        _automation = answer.Text("id");
        (await Client.PostAsync($"/api/automations/{_automation}/activate")).ShouldBe(200);
    }

    /// <summary>Does something.</summary>
    /// <returns>What the model does with it, once what is due has been carried on.</returns>
    public async Task<Action> DoAsync(WorkflowHistoryStep step, int now)
    {
        var model = _models[step.Contact];
        switch (step.Kind)
        {
            // One at a time: of several, the order in which they change their contact within ten minutes is not the model's.
            case "go" when model.StaysAlone(ModelEvent.Go, step.Plan, now):
                return await TellAsync(ModelEvent.Go, step, now);
            case "hear":
                return await TellAsync(ModelEvent.Heard, step, now);
            case "leave":
                return await TellAsync(ModelEvent.Leave, step, now);
            case "stop":
                return await TellAsync(ModelEvent.Stop, step, now);
            case "fillIn":
                await FillInAsync(step.Contact % 2 == 0 ? ModelEvent.Go : ModelEvent.Heard, step, now);
                break;
            case "date":
                model.Date = step.Value;
                await PatchAsync(step.Contact, new { trialEndsAt = time.Date(step.Value) });
                break;
            case "plan":
                model.Plan = step.Plan;
                await PatchAsync(step.Contact, new { plan = model.Plan });
                break;
            case "noDate":
                model.Date = null;
                await PatchAsync(step.Contact, new { trialEndsAt = (string?)null });
                break;
            case "hand" when model.Runs.LastOrDefault() is { At: not null } last:
                (await Client.PostAsync($"/api/enrollments/{_runs[step.Contact][^1]}/exit")).ShouldBe(200);
                WorkflowModel.Exit(last, now, "byHand");
                break;
            case "edit" or "move":
                await EditAsync(step);
                break;
            case "pause":
                await PauseOrActivateAsync();
                break;
        }

        return () => { };
    }

    /// <summary>Lets the model go on, and compares; whatever was due has been carried on.</summary>
    /// <param name="told">What the model does first.</param>
    public async Task SettleAsync(int now, Action? told = null)
    {
        // Which way runs went at a split is to be seen before the model goes there.
        await ReadAsync();
        told?.Invoke();
        for (var contact = 0; contact < _models.Length; contact++)
        {
            _models[contact].Settle(now);
            foreach (var (run, model) in _runs[contact].Select(id => _seen[id]).Zip(_models[contact].Runs))
            {
                Compare(run, model);
            }
        }
    }

    public Task ActivateAsync() => Paused is null ? Task.CompletedTask : PauseOrActivateAsync();

    public async Task ArchiveAsync() => (await Client.PostAsync($"/api/automations/{_automation}/archive")).ShouldBe(200);

    private async Task PauseOrActivateAsync()
    {
        (await Client.PostAsync($"/api/automations/{_automation}/{(Paused is null ? "pause" : "activate")}")).ShouldBe(200);
        Array.ForEach(_models, one => one.IsPaused = !one.IsPaused);
        await UntilNoJobAsync();
    }

    private async Task<Action> TellAsync(string name, WorkflowHistoryStep step, int now)
    {
        var answer = await SendAsync(step.Contact, new() { ["eventName"] = prefix + name, ["eventProperties"] = new { v = step.Plan } });
        _runs[step.Contact].AddRange(answer.GetProperty("decisions").EnumerateArray()
            .Where(decision => decision.Text("outcome") == "enrolled").Select(decision => decision.Text("enrollmentId")));
        return () => (answer.Effect().Enrolled, answer.Effect().Exited, answer.Woken()).Should().Be(_models[step.Contact].Send(name, step.Plan, now));
    }

    private async Task FillInAsync(string name, WorkflowHistoryStep step, int now)
    {
        var ago = Math.Abs(step.Value);
        var answer = await SendAsync(
            step.Contact,
            new() { ["eventName"] = prefix + name, ["eventProperties"] = new { v = step.Plan }, ["history"] = true, ["occurredAt"] = time.Date(now - ago) });
        (answer.Effect(), answer.Woken()).Should().Be(((0, 0), 0));
        _models[step.Contact].FillIn(name, step.Plan, now, ago);
    }

    private Task<JsonElement> PatchAsync(int contact, object contactProperties) =>
        SendAsync(contact, new() { ["eventName"] = prefix + "patched", ["contactProperties"] = contactProperties });

    // Named by address, or by external id once that is known. A machine at its limit says so, and has stored nothing.
    private async Task<JsonElement> SendAsync(int contact, Dictionary<string, object?> body)
    {
        body.Add("externalId", prefix + contact);
        if (_known.Add(contact) || _turn % 4 < 2)
        {
            body.Add("email", $"{prefix}{contact}@example.com");
        }

        while (true)
        {
            var answer = await Client.PostAsync("/api/events/send", body);
            if (answer.Status != 503)
            {
                return answer.ShouldBe(200).Json;
            }
        }
    }

    private async Task EditAsync(WorkflowHistoryStep step)
    {
        Array.ForEach(_models, model => (model.Steps, model.Rules) = (step.Steps, step.Rules));
        (await Client.PutAsync($"/api/automations/{_automation}", Definition(step.Kind == "move" ? "move" : "stay"))).ShouldBe(200);
        if (step.Kind == "move")
        {
            Array.ForEach(_models, model => model.MoveAll());
            await UntilNoJobAsync();
        }
    }

    private Dictionary<string, object?> Definition(string? inFlight = null)
    {
        var (now, steps) = (_models[0].Rules, _models[0].Steps);
        var conditions = now.ExitConditions(prefix);
        return new()
        {
            ["name"] = "Flow",
            ["trigger"] = new { eventName = prefix + ModelEvent.Go, where = now.Where?.ToJsonObject(prefix) },
            ["frequency"] = now.Frequency,
            ["frequencyPeriod"] = now.Frequency == "oncePerPeriod" ? ModelTime.Duration(now.Period) : null,
            ["frequencyKey"] = now.Frequency == "oncePerKey" ? "event.v" : null,
            ["exitEvents"] = conditions.Keys.Append(prefix + ModelEvent.Stop),
            ["exitConditions"] = conditions,
            ["steps"] = JsonElement.Parse(ModelStep.ToJson(steps, time, prefix)),
            ["inFlight"] = inFlight,
        };
    }

    private async Task UntilNoJobAsync() =>
        await Client.UntilAutomationAsync(_automation, one => one.GetProperty("inFlight").ValueKind == JsonValueKind.Null);

    private async Task ReadAsync()
    {
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
}
