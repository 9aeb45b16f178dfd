using System.Diagnostics;
using System.Text.Json;
using Sendra.Tests.Model;

namespace Sendra.WebApi.FunctionalTests.Ingestion;

/// <summary>One random history, told to Sendra and to the model step by step.</summary>
/// <param name="nodes">The same session on each node; they take turns.</param>
/// <param name="days">The days that pass for all histories.</param>
/// <param name="prefix">Keeps its contacts and names apart from other histories'.</param>
internal sealed class History(IReadOnlyList<TestClient> nodes, ModelDays days, string prefix)
{
    private readonly RulesModel _model = new();
    private readonly List<Guid> _automations = [];
    private readonly List<HistoryStep> _waiting = [];
    private int _turn;

    private TestClient Client => nodes[_turn++ % nodes.Count];

    public async Task RunAsync(HistoryStep[] made, HistoryStep[] steps)
    {
        foreach (var one in made)
        {
            var automation = (await Client.PostAsync("/api/automations", Rule(one))).ShouldBe(201).Json.GetProperty("id").GetGuid();
            (await Client.PostAsync($"/api/automations/{automation}/activate")).ShouldBe(200);
            _automations.Add(automation);
            _model.Add(one.Name!, one.Frequency, one.Exits!, one.Where);
            _model.SetStatus(_automations.Count - 1, "live");
        }

        foreach (var step in steps)
        {
            // Events that go together wait for the first that does not; whatever else happens comes after them.
            if (step is { Kind: "send", Flag: true })
            {
                _waiting.Add(step);
                continue;
            }

            await OnADayAsync(FlushAsync);
            if (step.Kind == "pass")
            {
                await days.PassAsync(step.Contact);
            }
            else
            {
                await OnADayAsync(() => ApplyAsync(step));
            }
        }

        await OnADayAsync(FlushAsync);
        for (var contact = 0; contact < HistoryStep.Contacts; contact++)
        {
            await CompareAsync(Email(contact));
        }

        foreach (var automation in _automations)
        {
            await Client.PostAsync($"/api/automations/{automation}/archive");
        }
    }

    private Task OnADayAsync(Func<Task> act) => days.DuringAsync(day =>
    {
        _model.Day = day;
        return act();
    });

    private Task ApplyAsync(HistoryStep step) => step.Kind switch
    {
        "send" => SendAsync(step, null),
        "repeat" => RepeatAsync(step),
        "exit" => ExitAsync(step),
        "erase" => EraseAsync(step),
        "edit" => EditAsync(step),
        _ => MoveAsync(step),
    };

    private async Task SendAsync(HistoryStep step, string? key)
    {
        var answer = key is null
            ? await Client.PostAsync("/api/events/send", Event(step))
            : await Client.EventWithKeyAsync(key, JsonSerializer.Serialize(Event(step)));
        Said(Tell(step), answer);
    }

    private static void Said(Told? told, Answer answer)
    {
        if (told is null)
        {
            answer.ShouldBeProblem(400, "contactUnknown");
            return;
        }

        answer.ShouldBe(200);
        SaidOf(answer.Json).Should().Be(told);
    }

    private static Told? SaidOf(JsonElement result) => result.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        ? null
        : new(result.Effect().Enrolled, result.Effect().Exited, result.Warnings().Any(warning => warning.Text("code") == "externalIdTaken"));

    // The same call again, on the other node too, is answered and has no effect.
    private async Task RepeatAsync(HistoryStep step)
    {
        var key = Guid.NewGuid().ToString();
        await SendAsync(step, key);
        if (step.By == "id" && _model.HolderOf(Id(step)) is null)
        {
            (await Client.EventWithKeyAsync(key, JsonSerializer.Serialize(Event(step)))).ShouldBeProblem(400, "contactUnknown");
            return;
        }

        var again = (await Client.EventWithKeyAsync(key, JsonSerializer.Serialize(Event(step)))).ShouldBe(200).Json;
        again.GetProperty("duplicate").GetBoolean().Should().BeTrue();
    }

    private async Task ExitAsync(HistoryStep step)
    {
        var runs = _model.RunsOf(Email(step.Contact), step.Automation);
        if (runs.ToList().FindIndex(run => run.Active) is var oldest and >= 0)
        {
            var enrollment = (await RunsAsync(Email(step.Contact), step.Automation))[oldest];
            (await Client.PostAsync($"/api/enrollments/{enrollment.Text("id")}/exit")).ShouldBe(200);
            _model.ExitByHand(Email(step.Contact), step.Automation, oldest);
        }
    }

    private async Task EraseAsync(HistoryStep step)
    {
        foreach (var contact in await Client.ItemsAsync($"/api/contacts?email={Email(step.Contact)}"))
        {
            (await Client.DeleteAsync($"/api/contacts/{contact.Text("id")}")).ShouldBe(204);
        }

        _model.Erase(Email(step.Contact));
    }

    private async Task EditAsync(HistoryStep step)
    {
        var edited = await Client.PutAsync($"/api/automations/{_automations[step.Automation]}", Rule(step));
        if (edited.Status == 200)
        {
            _model.Edit(step.Automation, step.Name!, step.Frequency, step.Exits!, step.Where);
        }
    }

    private async Task MoveAsync(HistoryStep step)
    {
        var moved = await Client.PostAsync($"/api/automations/{_automations[step.Automation]}/{step.Kind}");
        if (moved.Status == 200)
        {
            _model.SetStatus(step.Automation, moved.Json.Text("status"));
        }

        // What is archived ends its runs a moment later.
        for (var began = Stopwatch.GetTimestamp(); step.Kind == "archive" && await ActiveAsync(step.Automation) > 0;)
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromMinutes(1), "a node should have ended them");
        }
    }

    private async Task<int> ActiveAsync(int automation) =>
        (await Client.GetAsync($"/api/automations/{_automations[automation]}")).Json.GetProperty("counts").GetProperty("active").GetInt32();

    private async Task FlushAsync()
    {
        if (_waiting.Count > 0)
        {
            var answer = (await Client.PostAsync("/api/events/batch", new { events = _waiting.Select(Event) })).ShouldBe(200);
            answer.Json.GetProperty("results").EnumerateArray().Select(SaidOf).Should().Equal(_waiting.Select(Tell).ToList());
            _waiting.Clear();
        }
    }

    private async Task CompareAsync(string email)
    {
        var contact = (await Client.ItemsAsync($"/api/contacts?email={email}")).SingleOrDefault();
        (contact.ValueKind == JsonValueKind.Object).Should().Be(_model.PropertiesOf(email) is not null);
        foreach (var (property, value) in _model.PropertiesOf(email) ?? new Dictionary<string, string>())
        {
            (property == "plan" ? contact.GetProperty("customFields") : contact).Text(property).Should().Be(value);
        }

        if (contact.ValueKind == JsonValueKind.Object)
        {
            contact.GetProperty("externalId").GetString().Should().Be(_model.IdOf(email));
        }

        for (var automation = 0; automation < _automations.Count; automation++)
        {
            (await RunsAsync(email, automation)).Select(item => item.Text("status") == "active")
                .Should().Equal(_model.RunsOf(email, automation).Select(run => run.Active));
        }
    }

    // Oldest first.
    private async Task<JsonElement[]> RunsAsync(string email, int automation) =>
        [.. (await Client.ItemsAsync($"/api/enrollments?email={email}&automationId={_automations[automation]}&limit=200")).Reverse()];

    // Null when nobody has the id.
    private Told? Tell(HistoryStep step)
    {
        var contact = step.By == "id" ? _model.HolderOf(Id(step)) : Email(step.Contact);
        if (contact is null)
        {
            return null;
        }

        var taken = step.By is "both" or "cleared" && !_model.Identify(contact, step.By == "both" ? Id(step) : null);
        if (step.DaysAgo is { } daysAgo)
        {
            _model.FillIn(contact, step.Name!, daysAgo);
            return new Told(0, 0, taken);
        }

        var (enrolled, exited) = _model.Send(contact, step.Name!, step.Patch, step.Values);
        return new Told(enrolled, exited, taken);
    }

    private Dictionary<string, object?> Event(HistoryStep step)
    {
        var body = new Dictionary<string, object?> { ["eventName"] = prefix + step.Name, ["eventProperties"] = Values(step) };
        if (step.By != "id")
        {
            body.Add("email", Email(step.Contact));
        }

        if (step.By != "address")
        {
            body.Add("externalId", step.By == "cleared" ? null : Id(step));
        }

        if (step.Patch is not null)
        {
            body.Add("contactProperties", step.Patch);
        }

        if (step.DaysAgo is { } daysAgo)
        {
            body.Add("history", true);
            body.Add("occurredAt", days.TimeOf(_model.Day - daysAgo) - TimeSpan.FromHours(6));
        }

        return body;
    }

    private object Rule(HistoryStep step) => EventWords.Rule(
        prefix + step.Name,
        step.Frequency,
        Prefixed(step),
        step.Where is { } past ? new { received = prefix + past.Name, atLeast = past.AtLeast, within = past.Days is { } limit ? $"PT{(24 * limit) + 12}H" : null } : null);

    private string Id(HistoryStep step) => $"{prefix}{step.Id}";

    private static JsonElement Values(HistoryStep step) => JsonElement.Parse(RulesModel.Json(step.Values));

    private string Email(int contact) => $"{prefix}{contact}@example.com";

    private string[] Prefixed(HistoryStep step) => [.. step.Exits!.Select(name => prefix + name)];

    private sealed record Told(int Enrolled, int Exited, bool ExternalIdTaken);
}
