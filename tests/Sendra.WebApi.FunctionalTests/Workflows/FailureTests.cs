using System.Text.Json;
using Sendra.WebApi.FunctionalTests.AuditLog;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Runs that can't be carried on: the database refuses visits to one step here.</summary>
public sealed class FailureTests(string provider) : FunctionalTest(provider)
{
    private readonly string _provider = provider;

    [Test]
    public async Task F6_a_run_that_fails_five_times_is_parked_stops_nobody_and_goes_on_when_it_is_retried()
    {
        Assume.That(_provider, Is.Not.EqualTo("Citus"), "Citus has no triggers on tables that are spread.");
        var owner = await App.RegisterAsync();
        var ada = await App.ProgramAsync(owner, "events:send", "read", "manage");
        var poisoned = await ada.LiveWorkflowAsync("poisoned", [new { id = "wait", type = "wait", @for = "P1D", next = "poison" }, new { id = "poison", type = "updateContact", set = new { firstName = "P" } }]);
        var sound = await ada.LiveWorkflowAsync("sound", [new { id = "wait", type = "wait", @for = "P1D", next = "mark" }, new { id = "mark", type = "updateContact", set = new { firstName = "S" } }]);
        await ada.EventAsync("bob@example.com", "poisoned");
        await ada.EventAsync("bob@example.com", "sound");
        await ada.EventAsync("eve@example.com", "sound");
        await App.Database.ScalarAsync(Poison);
        try
        {
            App.Clock.Advance(TimeSpan.FromDays(1));

            (await ada.UntilAsync("eve@example.com", run => run.Status() == "completed")).Visits().Should().Equal("wait:done", "mark:done");
            var failed = await ada.UntilParkedAsync(App, poisoned, failures => failures.Contains("once"));
            failed.Visits().Should().Equal("wait:waiting");
            (await ada.RunsAsync(sound)).Should().AllSatisfy(run => run.Status().Should().Be("completed", "a poisoned run stops no other, not even of its contact"));
            var parked = await ada.UntilParkedAsync(App, poisoned, reason => reason.StartsWith("Parked", StringComparison.Ordinal));

            parked.Visits().Should().Equal("wait:waiting:parked");
            parked.Status().Should().Be("parked");
            parked.GetProperty("dueAt").ValueKind.Should().Be(JsonValueKind.Null);

            // To SQLite, what a trigger refuses is what a key refuses, and may be a lost race.
            Reason(parked).Should().EndWith(_provider == "Sqlite" ? "Another writer was first." : "poisoned by a test");
            (await ada.ItemsAsync("/api/enrollments?status=parked")).Should().ContainSingle();
            (await ada.GetAsync($"/api/automations/{poisoned}")).Json.GetProperty("counts").GetProperty("active").GetInt32().Should().Be(1, "it is still under way");
        }
        finally
        {
            await App.Database.ScalarAsync(Antidote);
        }

        var id = (await ada.ItemsAsync("/api/enrollments?status=parked"))[0].Text("id");
        (await ada.PostAsync($"/api/enrollments/{id}/retry")).ShouldBe(200);
        (await owner.AuditedAsync()).Should().StartWith("retried enrollment");
        (await ada.UntilRunAsync(poisoned, run => run.Status() == "completed")).Visits().Should().Equal("wait:done", "poison:done");
    }

    private static string Reason(JsonElement run) => run.GetProperty("journey").EnumerateArray().Last().Text("reason");

    private string Poison => _provider switch
    {
        "Sqlite" => "CREATE TRIGGER poison BEFORE INSERT ON visits WHEN NEW.step_id = 'poison' BEGIN SELECT RAISE(ABORT, 'poisoned by a test'); END",
        "PostgreSql" => """
            CREATE FUNCTION poison() RETURNS trigger AS $$ BEGIN
                IF NEW.step_id = 'poison' THEN RAISE EXCEPTION 'poisoned by a test'; END IF; RETURN NEW;
            END $$ LANGUAGE plpgsql;
            CREATE TRIGGER poison BEFORE INSERT ON visits FOR EACH ROW EXECUTE FUNCTION poison()
            """,
        _ => "CREATE TRIGGER poison ON visits AFTER INSERT AS IF EXISTS (SELECT 1 FROM inserted WHERE step_id = 'poison') THROW 50000, 'poisoned by a test', 1",
    };

    private string Antidote => _provider switch
    {
        "PostgreSql" => "DROP TRIGGER poison ON visits; DROP FUNCTION poison()",
        _ => "DROP TRIGGER poison",
    };
}
