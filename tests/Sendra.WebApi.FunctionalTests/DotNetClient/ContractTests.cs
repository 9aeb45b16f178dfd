namespace Sendra.WebApi.FunctionalTests.DotNetClient;

/// <summary>The .NET client and the committed OpenAPI document say the same; what differs is named.</summary>
internal sealed class ContractTests
{
    // What a program has no use for: signing people in, the app's own pages, and what other programs' own clients call.
    private static readonly string[] LeftOut =
    [
        "delete /api/event-sources/{id}", "get /api/automations/{id}/versions/{version}", "get /api/event-patterns/health", "get /api/event-sources/presets",
        "post /api/automations/simulate", "post /api/event-sources", "post /api/event-sources/preview", "post /api/event-sources/{id}/preview",
        "get /api/automations/{id}/stats", "get /api/event-sources/{id}/stats", "post /api/event-sources/{id}/test",
        "post /api/event-sources/{id}/rotate", "put /api/event-patterns/{id}", "put /api/event-sources/{id}", "get /api/events/stream", "post /api/workspace/signing-secret/rotate",
    ];

    private static readonly string[] LeftOutBelow = ["/api/audit-log", "/mcp", "/api/events/cloudevents", "/api/auth/", "/api/api-keys", "/api/members", "/api/invitations", "/api/templates", "/api/webhooks/", "/api/workspaces", "/compat/"];

    private static readonly ApiDocument Document = new();

    private IReadOnlyList<RecordedCall> _calls = [];

    [OneTimeSetUp]
    public async Task RecordAsync() => _calls = await CallRecorder.RecordAsync();

    [Test]
    public void H2_the_client_calls_what_is_documented() =>
        _calls.Where(call => Document.Find(call) is null).Select(call => $"{call.Caller}: {call.Method} {call.Path}").Should().BeEmpty();

    [Test]
    public void H2_each_call_is_in_the_client_or_left_out_on_purpose() => Document.Calls
        .Where(name => !LeftOutBelow.Any(start => name.Split(' ')[1].StartsWith(start, StringComparison.Ordinal)))
        .Except(_calls.Select(Document.Find)).Should().BeEquivalentTo(LeftOut);

    [Test]
    public void H2_all_filters_can_be_sent_and_no_others()
    {
        foreach (var calls in _calls.GroupBy(Document.Find))
        {
            // Who reads all pages begins without a cursor.
            calls.SelectMany(call => call.Query).Append("cursor").Append("limit").Distinct()
                .Should().BeEquivalentTo(Document.QueryOf(calls.Key!).Append("cursor").Append("limit").Distinct(), "of {0}", calls.Key);
        }
    }

    [Test]
    public void H2_bodies_have_all_documented_fields_and_no_others()
    {
        var bodies = _calls.Where(call => call.Body is not null).ToArray();
        bodies.Should().HaveCountGreaterThan(10);
        bodies.SelectMany(call => Document.Compare(Document.Find(call)!, call.Body!.Value)).Should().BeEmpty();
    }

    [Test]
    public void H2_answers_have_all_documented_fields_and_no_others()
    {
        var answers = _calls.Where(call => call.Answer is not null).ToArray();
        answers.Should().HaveCountGreaterThan(40);
        answers.SelectMany(call => Document.Compare(Document.Find(call)!, call.Answer!)).Distinct().Should().BeEmpty();
    }
}
