using System.Diagnostics;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>A small language for tests of workflows: what a run went through, in one line a visit.</summary>
internal static class Journeys
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongerThanALease = TimeSpan.FromMinutes(4);

    /// <summary>Makes an automation that is live at once.</summary>
    public static async Task<string> LiveWorkflowAsync(this TestClient client, string trigger, object[] steps, params string[] exits)
    {
        var made = (await client.PostAsync("/api/automations", new
        {
            name = "Flow",
            trigger = new { eventName = trigger },
            exitEvents = exits,
            steps,
        })).ShouldBe(201).Json;
        var id = made.GetProperty("id").GetString()!;
        (await client.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        return id;
    }

    /// <summary>The newest run of a contact.</summary>
    public static async Task<JsonElement> RunOfAsync(this TestClient client, string email)
    {
        var runs = await client.ItemsAsync($"/api/enrollments?email={Uri.EscapeDataString(email)}");
        return (await client.GetAsync($"/api/enrollments/{runs[0].GetProperty("id").GetString()}")).ShouldBe(200).Json;
    }

    /// <summary>An automation once it is as asked for.</summary>
    public static async Task<JsonElement> UntilAutomationAsync(this TestClient client, string id, Func<JsonElement, bool> isSo)
    {
        for (var began = Stopwatch.GetTimestamp(); ;)
        {
            var automation = (await client.GetAsync($"/api/automations/{id}")).ShouldBe(200).Json;
            if (isSo(automation))
            {
                return automation;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience, $"a node should have changed it: {automation}");
            await Looks.AgainAsync();
        }
    }

    /// <summary>All runs of an automation, newest first.</summary>
    public static async Task<IReadOnlyList<JsonElement>> RunsAsync(this TestClient client, string automation) =>
        [.. await client.ItemsAsync($"/api/enrollments?automationId={automation}&limit=200")];

    /// <summary>An automation's newest run, once it is as asked for.</summary>
    public static async Task<JsonElement> UntilRunAsync(this TestClient client, string automation, Func<JsonElement, bool> isSo)
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            var newest = (await client.RunsAsync(automation))[0].GetProperty("id").GetString();
            var run = (await client.GetAsync($"/api/enrollments/{newest}")).ShouldBe(200).Json;
            if (isSo(run))
            {
                return run;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience, $"a node should have carried it on: {run}");
            await Looks.AgainAsync();
        }
    }

    /// <summary>An automation's newest run, once its open visit says so; minutes pass meanwhile, so that it is tried again.</summary>
    public static async Task<JsonElement> UntilParkedAsync(this TestClient client, TestApp app, string automation, Func<string, bool> isSo)
    {
        var due = DateTimeOffset.MinValue;
        return await client.UntilRunAsync(automation, run =>
        {
            var says = isSo(run.GetProperty("journey").EnumerateArray().Last().Text("reason"));
            if (!says && run.GetProperty("dueAt") is { ValueKind: JsonValueKind.String } next && next.GetDateTimeOffset() is var at && at > app.Clock.GetUtcNow() && at > due)
            {
                due = at;
                app.Clock.Advance(at - app.Clock.GetUtcNow());
            }

            return says;
        });
    }

    /// <summary>The run once it has left the step at which it rests now, or the state that is asked for.</summary>
    /// <param name="clock">
    /// Where something is tried again: what a busy machine could not do or record in time comes up after a pause or a lease, so minutes pass
    /// meanwhile.
    /// </param>
    public static async Task<JsonElement> UntilAsync(this TestClient client, string email, Func<JsonElement, bool> isSo, TestClock? clock = null)
    {
        var (began, leaps) = (Stopwatch.GetTimestamp(), 0);
        while (true)
        {
            var run = await client.RunOfAsync(email);
            if (isSo(run))
            {
                return run;
            }

            if (Stopwatch.GetElapsedTime(began) > Patience / 4 * (leaps + 1))
            {
                leaps++;
                clock?.Advance(LongerThanALease);
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience, $"a node should have carried it on: {run}");
            await Looks.AgainAsync();
        }
    }

    public static bool IsAt(this JsonElement run, string step) => run.GetProperty("stepId").GetString() == step && run.Status() == "active";

    public static string Status(this JsonElement run) => run.GetProperty("status").GetString()!;

    /// <summary>Each visit as step:outcome, with its path or code.</summary>
    public static string[] Visits(this JsonElement run) =>
    [
        .. run.GetProperty("journey").EnumerateArray().Select(visit => string.Join(':', new[]
        {
            visit.GetProperty("stepId").GetString(),
            visit.GetProperty("outcome").GetString(),
            visit.GetProperty("path").GetString() ?? visit.GetProperty("code").GetString(),
        }.OfType<string>())),
    ];
}
