using System.Net;
using System.Text;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.Compat;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Mcp;

/// <summary>The server for assistants, asked by the official client.</summary>
internal sealed class McpTests(string provider) : FunctionalTest(provider)
{
    private const string Ada = "ada@example.com";

    private const string List = """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""";

    private static readonly string[] Reading =
    [
        "catalog_health", "explain_contact", "explain_enrollment", "explain_event", "get_automation", "list_automations", "list_enrollments", "list_event_names", "list_undeclared_event_names",
        "search_events", "simulate_automation",
    ];

    [Test]
    public async Task A_read_key_searches_and_explains()
    {
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "read");
        var flow = await owner.LiveWorkflowAsync("trialStarted", [new { id = "pause", type = "wait", @for = "P3D" }]);
        (await owner.PostAsync("/api/event-patterns", new { name = "trialStarted", description = "A trial begins" })).ShouldBe(201);
        (await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "trialStarted", eventProperties = new { plan = "pro" } })).ShouldBe(200);
        (await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "TrialStarted", eventProperties = new { text = new string('x', 5_000) } })).ShouldBe(200);

        (await assistant.ToolsAsync()).Should().Equal(Reading);
        assistant.Client.ServerInfo!.Name.Should().Be("sendra");
        var found = await assistant.CallAsync("search_events", ("email", Ada), ("limit", 1));
        found.GetProperty("items").GetArrayLength().Should().Be(1);
        found.GetProperty("items")[0].GetProperty("properties").GetString().Should().EndWith("(cut off: 5,011 characters)");
        var next = await assistant.CallAsync("search_events", ("email", Ada), ("limit", 1), ("cursor", found.GetProperty("nextCursor").GetString()));
        next.GetProperty("items")[0].ShouldHave(("eventName", "trialStarted"), ("properties", new { plan = "pro" }), ("enrolled", 1));
        (await assistant.CallAsync("search_events", ("eventNames", (string[])["trialStarted"]), ("hasEffect", true))).GetProperty("items").GetArrayLength().Should().Be(1);
        var explained = await assistant.CallAsync("explain_event", ("eventId", next.GetProperty("items")[0].GetProperty("id").GetString()));
        explained.GetProperty("decisions")[0].ShouldHave(("outcome", "enrolled"), ("automationId", flow));
        var runs = await assistant.CallAsync("list_enrollments", ("automationId", flow), ("status", "active"));
        var run = await assistant.CallAsync("explain_enrollment", ("enrollmentId", runs.GetProperty("items")[0].GetProperty("id").GetString()));
        run.GetProperty("journey")[0].ShouldHave(("stepId", "pause"), ("outcome", "waiting"));
        (await assistant.CallAsync("list_automations", ("status", "live"))).GetProperty("items")[0].ShouldHave(("id", flow), ("name", "Flow"));
        (await assistant.CallAsync("get_automation", ("automationId", flow))).GetProperty("stepCounts").GetProperty("pause").ShouldHave(("waiting", 1));
        (await assistant.CallAsync("list_event_names", ("query", "trial"))).GetProperty("items")[0].ShouldHave(("name", "trialStarted"), ("description", "A trial begins"));
        (await assistant.CallAsync("list_undeclared_event_names")).GetProperty("items")[0].ShouldHave(("name", "TrialStarted"));
        (await assistant.CallAsync("catalog_health")).ValueKind.Should().Be(JsonValueKind.Object);
        var simulated = await assistant.CallAsync("simulate_automation", ("triggerEvent", "trialStarted"), ("frequency", "oncePerContact"));
        simulated.ShouldHave(("enrolled", 1), ("contactCount", 1));
        (await assistant.CallAsync("simulate_automation", ("automationId", flow), ("triggerEvent", "trialStarted"), ("triggerWhere", new { field = "event.plan", op = "equals", value = "free" }))).ShouldHave(("enrolled", 0));
    }

    [Test]
    public async Task It_says_why_a_contact_did_or_did_not_get_in()
    {
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "read");
        var id = await MakeAsync(owner, new { name = "Pros", trigger = new { eventName = "trialStarted", where = new { field = "event.plan", op = "equals", value = "pro" } }, frequency = "oncePerContact" });
        Task<JsonElement> WhyAsync(string email) => assistant.CallAsync("explain_contact", ("email", email), ("automationId", id));

        (await WhyAsync(Ada)).GetProperty("summary").GetString().Should().StartWith("No contact has the address");
        await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "other" });
        (await WhyAsync(Ada)).GetProperty("summary").GetString().Should().Contain("has no trialStarted of ada@example.com");
        await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "trialStarted", eventProperties = new { plan = "pro" } });
        (await WhyAsync(Ada)).GetProperty("decisions")[0].GetProperty("decision").ShouldHave(("code", "automationDraft"));
        (await owner.PostAsync($"/api/automations/{id}/activate")).ShouldBe(200);
        await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "trialStarted", eventProperties = new { plan = "free" } });
        var refused = await WhyAsync("ADA@example.com");
        refused.GetProperty("decisions")[0].GetProperty("decision").ShouldHave(("outcome", "notEnrolled"), ("code", "conditionNotMet"));
        refused.GetProperty("summary").GetString().Should().Be(refused.GetProperty("decisions")[0].GetProperty("decision").GetProperty("reason").GetString());
        await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "trialStarted", eventProperties = new { plan = "pro" } });
        var enrolled = await WhyAsync(Ada);
        enrolled.GetProperty("decisions").GetArrayLength().Should().Be(3);
        enrolled.GetProperty("decisions")[0].GetProperty("decision").ShouldHave(("outcome", "enrolled"));
        enrolled.GetProperty("enrollments")[0].ShouldHave(("status", "active"));
        await owner.PostAsync("/api/events/send", new { email = Ada, eventName = "trialStarted", eventProperties = new { plan = "pro" } });
        (await WhyAsync(Ada)).GetProperty("summary").GetString().Should().Contain("one time");
    }

    [Test]
    public async Task A_manage_key_drafts_and_never_activates()
    {
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "manage");
        (string, object?)[] draft =
        [
            ("name", "Winback"), ("triggerEvent", "trialEnded"), ("frequency", "oncePerContact"), ("exitEvents", (string[])["paid"]),
            ("steps", (object[])[new { id = "pause", type = "wait", @for = "P1D", next = "mark" }, new { id = "mark", type = "updateContact", set = new { lastName = "L" } }]),
        ];

        (await assistant.ToolsAsync()).Should().Equal([.. Reading.Append("draft_automation").Order(StringComparer.Ordinal)]);
        (await assistant.CallAsync("draft_automation", [.. draft, ("dryRun", true)])).ShouldHave(("status", "draft"));
        (await owner.GetAsync("/api/automations")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        var made = await assistant.CallAsync("draft_automation", draft);

        made.ShouldHave(("name", "Winback"), ("status", "draft"), ("frequency", "oncePerContact"), ("exitEvents", (string[])["paid"]));
        var saved = (await owner.GetAsync($"/api/automations/{made.GetProperty("id").GetString()}")).ShouldBe(200).Json;
        saved.ShouldHave(("status", "draft"));
        saved.GetProperty("steps").GetArrayLength().Should().Be(2);
        var wrong = await assistant.RefusalAsync("draft_automation", ("name", ""), ("triggerEvent", "e"), ("steps", (object[])[new { id = "a", type = "wait", @for = "soon" }]));
        wrong.ShouldHave(("status", 400), ("code", "validationFailed"));
        wrong.GetProperty("errors").EnumerateObject().Select(error => error.Name).Should().BeEquivalentTo("name", "steps[0].for");
        (await assistant.RefusalAsync("draft_automation", ("name", "x"), ("triggerEvent", "e"), ("frequency", "often"))).GetProperty("errors").TryGetProperty("frequency", out _).Should().BeTrue();
        (await owner.GetAsync("/api/automations")).Json.GetProperty("items").GetArrayLength().Should().Be(1);
    }

    [Test]
    public async Task W3_a_read_key_can_draft_nothing_and_other_keys_nothing_at_all()
    {
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "read");

        (await assistant.RefusalAsync("draft_automation", ("name", "x"), ("triggerEvent", "e"))).ShouldHave(("status", 403), ("code", "missingScope"));
        (await owner.GetAsync("/api/automations")).Json.GetProperty("items").GetArrayLength().Should().Be(0);
        var sender = await App.ProgramAsync(owner, "events:send");
        (await PostAsync(sender, List)).ShouldBeProblem(403, "missingScope");
        (await PostAsync(App.Anonymous(), List)).ShouldBeProblem(401, "signInRequired");
        var connecting = () => Assistant.ConnectAsync(App.Node.Address, "sendra_none");
        await connecting.Should().ThrowAsync<Exception>();
    }

    [Test]
    public async Task W4_a_key_reaches_nothing_of_another_workspace()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "read", "manage");

        (await assistant.RefusalAsync("explain_event", ("eventId", victim.EventId))).ShouldHave(("status", 404), ("code", "eventNotFound"));
        (await assistant.RefusalAsync("explain_enrollment", ("enrollmentId", victim.EnrollmentId))).ShouldHave(("code", "enrollmentNotFound"));
        (await assistant.RefusalAsync("get_automation", ("automationId", victim.AutomationId))).ShouldHave(("code", "automationNotFound"));
        (await assistant.RefusalAsync("explain_contact", ("automationId", victim.AutomationId), ("email", victim.ContactEmail))).ShouldHave(("code", "automationNotFound"));
        (await assistant.RefusalAsync("simulate_automation", ("automationId", victim.AutomationId))).ShouldHave(("code", "automationNotFound"));
        foreach (var tool in (string[])["search_events", "list_enrollments", "list_automations", "list_event_names", "list_undeclared_event_names"])
        {
            (await assistant.CallAsync(tool)).GetProperty("items").GetArrayLength().Should().Be(0, tool);
        }
    }

    [Test]
    public async Task H1_bad_arguments_are_named_and_bad_calls_are_4xx()
    {
        var owner = await App.RegisterAsync();
        await using var assistant = await ConnectAsync(owner, "read");
        foreach (var (tool, argument, value) in ((string, string, object)[])
        [
            ("search_events", "limit", 51), ("search_events", "limit", 0), ("search_events", "email", "nobody"), ("search_events", "from", "soon"), ("search_events", "cursor", "???"), ("search_events", "color", "red"),
            ("list_automations", "status", "asleep"), ("list_enrollments", "automationId", "x"), ("explain_event", "eventId", "1"),
        ])
        {
            var refusal = await assistant.RefusalAsync(tool, (argument, value));
            refusal.ShouldHave(("status", 400), ("code", "validationFailed"));
            refusal.GetProperty("errors").TryGetProperty(argument, out _).Should().BeTrue("{0} of {1} is named: {2}", argument, tool, refusal);
        }

        (await assistant.RefusalAsync("search_events", ("limit", "many"))).ShouldHave(("status", 400));
        (await assistant.RefusalAsync("explain_event")).ShouldHave(("status", 400));
        var program = await App.ProgramAsync(owner, "read");
        foreach (var body in (string[])["", "{", "[]", "null", "7", "{}", """{"jsonrpc":"2.0","id":1,"method":"tools/call","params":7}"""])
        {
            (await PostAsync(program, body)).Status.Should().BeInRange(200, 499, "of {0}", body);
        }

        (await program.SendAsync(HttpMethod.Get, "/mcp")).Status.Should().Be(405);
        (await program.SendAsync(HttpMethod.Post, "/mcp", CompatWords.Body("a=b", "text/plain"), ("Accept", "application/json, text/event-stream"))).Status.Should().BeInRange(400, 415);
    }

    [Test]
    public async Task W5_it_has_the_limits_of_the_api()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "read");
        await using var limited = await App.StartNodeAsync(new Dictionary<string, string> { ["RateLimits:KeyCallsPerSecond"] = "1" });
        var client = limited.As(program);
        Answer answer;
        do
        {
            answer = await PostAsync(client, List);
        }
        while (answer.Status != (int)HttpStatusCode.TooManyRequests);

        answer.ShouldBeProblem(429, "tooManyRequests").Headers.RetryAfter!.Delta.Should().BePositive();
    }

    private static Task<Answer> PostAsync(TestClient client, string body) =>
        client.SendAsync(HttpMethod.Post, "/mcp", new StringContent(body, Encoding.UTF8, "application/json"), ("Accept", "application/json, text/event-stream"));

    private static async Task<string> MakeAsync(TestClient client, object automation) => (await client.PostAsync("/api/automations", automation)).ShouldBe(201).Json.GetProperty("id").GetString()!;

    private async Task<Assistant> ConnectAsync(TestClient owner, params string[] scopes) =>
        await Assistant.ConnectAsync(App.Node.Address, (await App.ProgramAsync(owner, scopes)).ApiKey!);
}
