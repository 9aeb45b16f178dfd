namespace Sendra.WebApi.FunctionalTests.Http;

public sealed class ErrorTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task H1_an_unknown_path_is_404() => (await App.Anonymous().GetAsync("/api/nothing")).ShouldBeProblem(404, "notFound");

    [TestCase("no-id")]
    [TestCase("1")]
    [TestCase("%20")]
    public async Task H1_an_id_that_is_none_is_404(string id) => (await App.Anonymous().GetAsync($"/api/test/{id}")).ShouldBeProblem(404, "notFound");

    [TestCase("DELETE")]
    [TestCase("TRACE")]
    public async Task H1_another_method_is_405(string method) =>
        (await App.Anonymous().SendAsync(new HttpMethod(method), "/api/auth/login", null)).ShouldBeProblem(405, "methodNotAllowed");

    [Test]
    public async Task H1_a_failure_of_ours_is_500_and_says_nothing_about_the_code()
    {
        var answer = (await App.Anonymous().GetAsync("/api/test/fail")).ShouldBeProblem(500, "unexpected");

        answer.Json.TryGetProperty("detail", out _).Should().BeFalse();
    }

    [Test]
    public async Task H1_a_failure_of_ours_is_logged_with_what_broke()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App, new() { ["Logging:LogLevel:Default"] = "Warning", ["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning" });

        (await node.Anonymous().GetAsync("/api/test/fail")).ShouldBe(500);

        said.Lines.Should().Contain(line => line.Contains("A request failed unexpectedly", StringComparison.Ordinal) && line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
    }

    [Test]
    public async Task H1_who_has_gone_before_the_answer_is_no_failure_in_the_log()
    {
        using var said = new EverythingSaid();
        await using var node = await said.StartNodeAsync(App);
        using var client = new HttpClient();
        using var patience = new CancellationTokenSource();
        var call = client.GetAsync(new Uri(node.Address, "/api/test/gone"), patience.Token);
        await UntilSaidAsync("Executing endpoint", "Gone");

        await patience.CancelAsync();
        await UntilSaidAsync("Request finished", "/api/test/gone");

        await FluentActions.Awaiting(() => call).Should().ThrowAsync<OperationCanceledException>();
        said.Lines.Should().NotContain(line => line.Contains("unhandled exception", StringComparison.OrdinalIgnoreCase) || line.Contains("error handler", StringComparison.Ordinal));

        async Task UntilSaidAsync(string what, string where)
        {
            while (!said.Lines.Any(line => line.Contains(what, StringComparison.Ordinal) && line.Contains(where, StringComparison.Ordinal)))
            {
                await Looks.AgainAsync();
            }
        }
    }

    [TestCase("notFound", 404, "automationNotFound", null)]
    [TestCase("conflict", 409, "automationArchived", null)]
    [TestCase("keyReused", 422, "idempotencyKeyReused", null)]
    [TestCase("queueFull", 503, "overloaded", 1)]
    [TestCase("sqlite", 503, "storageUnavailable", 5)]
    [TestCase("npgsql", 503, "storageUnavailable", 5)]
    public async Task H1_each_refusal_has_its_status(string kind, int status, string code, int? retryAfterSeconds)
    {
        var answer = (await App.Anonymous().GetAsync($"/api/test/fail/{kind}")).ShouldBeProblem(status, code);

        answer.Headers.RetryAfter?.Delta?.TotalSeconds.Should().Be(retryAfterSeconds);
        (answer.Headers.RetryAfter is null).Should().Be(retryAfterSeconds is null);
    }

    [TestCase("limit=x", "limit")]
    [TestCase("limit=99999999999", "limit")]
    [TestCase("mode=sometimes", "mode")]
    [TestCase("mode=0", "mode")]
    [TestCase("mode=everyTime,oncePerContact", "mode")]
    [TestCase("text=a%00b", "text")]
    [TestCase("limit=x&mode=sometimes", "limit", "mode")]
    public async Task H1_a_query_that_can_not_be_read_is_400_and_names_the_field(string query, params string[] fields) =>
        (await App.Anonymous().GetAsync($"/api/test/query?{query}")).ShouldRefuse(fields);

    [TestCase("text/html")]
    [TestCase("application/xml")]
    [TestCase("*/*")]
    public async Task H1_errors_are_problem_details_whatever_is_accepted(string accept)
    {
        (await App.Anonymous().SendAsync(HttpMethod.Get, "/api/nothing", null, ("Accept", accept))).ShouldBeProblem(404, "notFound");
        (await App.Anonymous().SendAsync(HttpMethod.Get, "/api/test/query?limit=x", null, ("Accept", accept))).ShouldRefuse("limit");
    }

    [Test]
    public async Task H1_answers_do_not_name_the_server_and_are_not_to_be_guessed_at()
    {
        var answer = await App.Anonymous().GetAsync("/api/test/fail");

        answer.Headers.Server.Should().BeEmpty();
        answer.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }
}
