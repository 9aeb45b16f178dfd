using Sendra.WebApi.FunctionalTests.EventSources;

namespace Sendra.WebApi.FunctionalTests.Operating;

/// <summary>What people send stays in the database: no log line, trace or metric shows it, at any level.</summary>
internal sealed class PayloadsInLogsTests(string provider) : FunctionalTest(provider)
{
    private const string Value = "Ada-lives-in-Kreuzberg";

    [Test]
    public async Task H1_no_payload_is_in_any_log_line_trace_or_metric()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        var client = node.Anonymous();
        (await client.PostAsync("/api/auth/register", new { email = "owner@example.com", password = TestClient.Password, workspaceName = "A" })).ShouldBe(201);
        (await client.PostAsync("/api/custom-fields", new { name = "home", type = "text" })).ShouldBe(201);
        var source = await Source.CreateAsync(client);
        said.Lines.Clear();

        var body = new { email = "ada@example.com", eventName = "moved", eventProperties = new { to = Value }, contactProperties = new { home = Value } };
        (await client.PostAsync("/api/events/send", body)).ShouldBe(200);
        (await client.PostAsync("/api/events/batch", new { events = new[] { body, body } })).ShouldBe(200);
        (await client.PostAsync("/api/events/send", new { email = Value, eventName = "moved" })).ShouldBe(400);
        (await client.PostAsync("/api/contacts", new { email = "bob@example.com", contactProperties = new { home = Value } })).Status.Should().BeOneOf(201, 400);
        (await source.PostAsync($$"""{"email":"ada@example.com","event":"moved","to":"{{Value}}"}""", ("X-Home", Value))).ShouldBe(200);
        (await source.PostAsync($"{Value} is no JSON")).ShouldBe(200);
        (await client.PostAsync("/api/event-sources/preview", new { payload = new { email = Value }, mapping = new { emailPath = "email", eventName = new { @fixed = "moved" } } })).ShouldBe(200);

        said.Lines.Should().Contain(line => line.Contains("/api/events/send", StringComparison.Ordinal), "the log is looked at");
        said.Lines.Where(line => line.Contains(Value, StringComparison.OrdinalIgnoreCase)).Should().BeEmpty();
    }

    [Test]
    public async Task H1_a_call_that_goes_well_writes_no_line_unless_asked_to()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App, new() { ["Logging:LogLevel:Default"] = "Information", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning" });
        var client = node.As(await App.RegisterAsync());
        said.Lines.Clear();

        (await client.PostAsync("/api/events/send", new { email = "ada@example.com", eventName = "moved" })).ShouldBe(200);

        // A scope is no line.
        said.Lines.Where(line => !line.StartsWith("scope ", StringComparison.Ordinal)).Should().NotContain(line => line.Contains("controller", StringComparison.OrdinalIgnoreCase));
    }
}
