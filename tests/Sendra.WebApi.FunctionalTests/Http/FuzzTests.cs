using System.Collections.Concurrent;
using CsCheck;
using Sendra.WebApi.FunctionalTests.EventSources;
using Sendra.WebApi.FunctionalTests.Http.Fuzz;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Http;

/// <summary>Every call of the OpenAPI document, with requests that are right, nearly right and absurd.</summary>
internal sealed class FuzzTests(string provider) : FunctionalTest(provider)
{
    private const int Threads = 4;

    // Parameters that many calls have share the texts in the short form: each text goes to every fifth of these calls.
    private static readonly int Share = Scale.Of(5, 1);

    // What any call may answer to a request that is none, whether or not its document says so.
    private static readonly int[] Always = [400, 404, 405, 408, 413, 414, 415, 429, 431];

    private readonly ConcurrentDictionary<(string, int), int> _answers = new();
    private TestClient _client = null!;

    [Test]
    public async Task H1_whatever_a_client_sends_it_is_never_our_failure()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Json;
        var operations = ApiOperation.ReadAll(document);
        _client = await App.RegisterAsync();
        var known = await FillAsync(_client);

        await Gen.Int.Select(seed => FuzzRequest.Make(seed, document, operations, known))
            .SampleAsync(CheckAsync, iter: Scale.Samples(500, 25_000), threads: Threads, seed: Scale.Seed);

        await TestContext.Out.WriteLineAsync($"fuzzed {App.Database.Provider}: {_answers.Values.Sum()} requests to {_answers.Keys.Select(key => key.Item1).Distinct().Count()} of {operations.Count} calls; "
            + string.Join(", ", _answers.GroupBy(one => one.Key.Item2, one => one.Value).OrderBy(group => group.Key).Select(group => $"{group.Key}: {group.Sum()}")));
        (await App.Anonymous().GetAsync("/health/ready")).ShouldBe(200);
    }

    [Test]
    public async Task H1_any_text_in_any_query_parameter_is_2xx_or_4xx()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Json;
        _client = await App.RegisterAsync();
        var known = await FillAsync(_client);
        var uses = from operation in ApiOperation.ReadAll(document)
                   from parameter in operation.Parameters.Where(one => one.In == "query")
                   select (Operation: operation, Parameter: parameter);
        var requests = from ofName in uses.GroupBy(use => use.Parameter.Name)
                       let share = Math.Min(ofName.Count(), Share)
                       from use in ofName.Index()
                       from text in Hostile.Texts.Concat(Hostile.Cursors).Where((_, number) => number % share == use.Index % share)
                       select FuzzRequest.WithQuery(use.Item.Operation, known, use.Item.Parameter, text);

        await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = Threads }, async (request, _) => await CheckAsync(request));

        _answers.Values.Sum().Should().BeGreaterThan(1_000);
    }

    [Test]
    public async Task H3_a_cursor_that_no_answer_gave_is_refused_by_every_list()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Json;
        _client = await App.RegisterAsync();
        var known = await FillAsync(_client);
        foreach (var operation in ApiOperation.ReadAll(document).Where(one => one.Parameters.Any(parameter => parameter.Name == "cursor")))
        {
            var cursor = operation.Parameters.Single(one => one.Name == "cursor");
            var list = FuzzRequest.WithQuery(operation, known, cursor, "").Target.Split('?')[0];
            var given = (await _client.GetAsync($"{list}?limit=1")).ShouldBe(200).Json.GetProperty("nextCursor").GetString();
            foreach (var text in Hostile.Cursors.Concat(given is null ? [] : [given + "=", given + "A", given[..^1], $" {given}", given.ToUpperInvariant() + "a"]))
            {
                (await _client.GetAsync($"{list}?cursor={Uri.EscapeDataString(text)}")).ShouldRefuse("cursor");
            }
        }
    }

    // Things for requests to find, and their ids.
    private static async Task<Known> FillAsync(TestClient client)
    {
        var automation = await client.LiveAutomationAsync("signUp", "everyTime", "cancelled");
        var draft = await client.DraftAutomationAsync("viewed");
        var source = await Source.CreateAsync(client);
        (await source.PostAsync("no JSON")).ShouldBe(200);
        await client.PostAsync("/api/custom-fields", new { name = "score", type = "number" });
        await client.PostAsync("/api/event-patterns", new { name = "signUp" });
        await client.PostAsync("/api/templates", new { name = "Welcome", subject = "Hi {{ contact.firstName }}", format = "html", source = "<p>Hi</p>" });
        for (var number = 0; number < 5; number++)
        {
            await client.EventAsync($"ada{number}@example.com", "signUp");
        }

        var ids = new Dictionary<string, IReadOnlyList<string>> { ["webhooks"] = [source.Token], ["event-sources"] = [source.Id.ToString()], ["custom-fields"] = ["score"], ["automations"] = [automation.ToString(), draft.ToString()] };
        foreach (var (noun, list) in new[] { ("events", "/api/events"), ("contacts", "/api/contacts"), ("enrollments", "/api/enrollments"), ("event-patterns", "/api/event-patterns"), ("templates", "/api/templates"), ("deliveries", $"{source.Path}/deliveries") })
        {
            ids[noun] = [.. (await client.ItemsAsync(list)).Select(item => item.Text("id"))];
        }

        return new Known(ids, [.. ids.Values.Select(some => some[0]), "signUp", "score", "ada1@example.com", "2026-05-17T09:30:00Z", "Ada"]);
    }

    private async Task CheckAsync(FuzzRequest request)
    {
        // Requests that end the session use one of their own.
        var client = request.Operation.Path.Contains("/auth/", StringComparison.Ordinal) ? App.Anonymous() : _client;
        var content = request.Body is null ? null : new ByteArrayContent(request.Body);
        if (request.ContentType is not null)
        {
            content?.Headers.TryAddWithoutValidation("Content-Type", request.ContentType);
        }

        var answer = request.Target.Contains("/stream", StringComparison.Ordinal)
            ? await OpenAsync(request)
            : await client.SendAsync(request.Operation.Method, request.Target, content, [.. request.Headers.Where(IsSendable)]);
        _answers.AddOrUpdate(($"{request.Operation.Method} {request.Operation.Path}", answer.Status), 1, (_, count) => count + 1);
        answer.Status.Should().BeLessThan(500, "{0} was answered {1}", request, answer.Text);
        if (answer.Status is 414 or 431)
        {
            // The server's own, before Sendra saw anything.
            answer.Text.Should().BeEmpty();
        }
        else if (request.Operation.Path == "/mcp")
        {
            // Its protocol, JSON-RPC, has errors of its own.
        }
        else if (answer.Status >= 400)
        {
            answer.ContentType.Should().Be("application/problem+json", "{0} was answered {1} {2}", request, answer.Status, answer.Text);
            answer.Code.Should().NotBeNullOrEmpty();
            Always.Concat(request.Operation.Statuses).Should().Contain(answer.Status, "{0} says what it answers", request.Operation);
        }
        else
        {
            request.Operation.Statuses.Should().Contain(answer.Status, "{0} says what it answers", request.Operation);
        }
    }

    // A stream has no end; its first line is enough.
    private async Task<Answer> OpenAsync(FuzzRequest request)
    {
        using var response = await _client.OpenAsync(request.Target, [.. request.Headers.Where(IsSendable)]);
        return new Answer(
            (int)response.StatusCode,
            response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers);
    }

    // The client itself refuses to send a header with these; RawRequestTests does.
    private static bool IsSendable((string Name, string Value) header) => !header.Value.AsSpan().ContainsAny('\r', '\n', '\0') && header.Value.All(char.IsAscii);
}
