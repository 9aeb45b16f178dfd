namespace Sendra.WebApi.FunctionalTests.Access;

public sealed class RateLimitTests(string provider) : FunctionalTest(provider)
{
    private static readonly object Event = new { email = "ada@example.com", eventName = "signUp" };

    [Test]
    public async Task W5_guessing_is_slowed_down_and_locks_nobody_out()
    {
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.0/8" });
        await App.RegisterAsync("ada@example.com");

        var guesses = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => LoginAsync(node, "ada@example.com", "wrong password", "203.0.113.1")));

        guesses.Count(guess => guess.Status == 401).Should().Be(10);
        guesses.Where(guess => guess.Status != 401).Should().AllSatisfy(guess =>
            guess.ShouldBeProblem(429, "tooManyAttempts").Headers.RetryAfter!.Delta.Should().BePositive().And.BeLessThanOrEqualTo(TimeSpan.FromMinutes(5)));
        (await LoginAsync(node, "ada@example.com", TestClient.Password, "203.0.113.1")).ShouldBe(429);
        (await LoginAsync(node, "ada@example.com", TestClient.Password, "203.0.113.2")).ShouldBe(200);

        App.Clock.Advance(TimeSpan.FromMinutes(5.1));
        (await LoginAsync(node, "ada@example.com", TestClient.Password, "203.0.113.1")).ShouldBe(200);
    }

    [Test]
    public async Task W5_an_unknown_account_is_slowed_down_the_same_way()
    {
        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => LoginAsync(App.Node, "nobody-throttled@example.com", "wrong password")));

        guesses.Count(guess => guess.Status == 401).Should().Be(10);
        guesses.Count(guess => guess.Status == 429).Should().Be(2);
    }

    [Test]
    public async Task W5_trying_many_accounts_from_one_network_is_slowed_down()
    {
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1", ["RateLimits:AddressWrongPasswords"] = "3" });
        await App.RegisterAsync("ada@example.com");
        for (var i = 0; i < 3; i++)
        {
            (await LoginAsync(node, $"p{i}@example.com", "wrong password", $"2001:db8::{i}")).ShouldBe(401);
        }

        (await LoginAsync(node, "ada@example.com", TestClient.Password, "2001:db8::ffff")).ShouldBe(429);
        (await LoginAsync(node, "ada@example.com", TestClient.Password, "2001:db8:0:1::1")).ShouldBe(200);
    }

    [Test]
    public async Task W5_right_passwords_use_nothing_up()
    {
        await App.RegisterAsync("ada@example.com");

        for (var i = 0; i < 15; i++)
        {
            (await LoginAsync(App.Node, "ada@example.com", TestClient.Password)).ShouldBe(200);
        }
    }

    [Test]
    public async Task W5_a_stranger_can_not_claim_another_address()
    {
        for (var i = 0; i < 10; i++)
        {
            (await LoginAsync(App.Node, "claimed@example.com", "wrong password", $"203.0.113.{i}")).ShouldBe(401);
        }

        (await LoginAsync(App.Node, "claimed@example.com", "wrong password", "203.0.113.99")).ShouldBe(429);
    }

    [Test]
    public async Task W5_sign_ups_are_limited_by_address()
    {
        await using var node = await App.StartNodeAsync(new() { ["TrustedProxies"] = "127.0.0.1", ["RateLimits:AddressSignInsPerMinute"] = "2" });

        (await PreviewAsync(node, "203.0.113.1")).ShouldBe(404);
        (await PreviewAsync(node, "203.0.113.1")).ShouldBe(404);
        var third = (await PreviewAsync(node, "203.0.113.1")).ShouldBeProblem(429, "tooManyRequests");

        third.Headers.RetryAfter!.Delta.Should().BePositive();
        (await PreviewAsync(node, "203.0.113.2")).ShouldBe(404);
    }

    [Test]
    public async Task W5_events_and_other_calls_are_limited_by_workspace()
    {
        await using var node = await App.StartNodeAsync(new()
        {
            ["RateLimits:WorkspaceSendsPerSecond"] = "1",
            ["RateLimits:WorkspaceCallsPerSecond"] = "1",
        });
        var (ada, other) = (node.As(await App.RegisterAsync()), node.As(await App.RegisterAsync()));

        await ShouldSoonRefuseAsync(() => ada.PostAsync("/api/events/send", Event));
        await ShouldSoonRefuseAsync(() => ada.GetAsync("/api/events"));

        (await other.PostAsync("/api/events/send", Event)).ShouldBe(200);
        (await other.GetAsync("/api/events")).ShouldBe(200);
    }

    [Test]
    public async Task W5_calls_are_limited_by_key()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:KeyCallsPerSecond"] = "1" });
        var owner = await App.RegisterAsync();
        var (busy, calm) = (node.As(await App.ProgramAsync(owner, "read")), node.As(await App.ProgramAsync(owner, "read")));

        await ShouldSoonRefuseAsync(() => busy.GetAsync("/api/events"));

        (await calm.GetAsync("/api/events")).ShouldBe(200);
        (await node.As(owner).GetAsync("/api/events")).ShouldBe(200);
    }

    [Test]
    public async Task W5_deliveries_are_limited_by_source()
    {
        await using var node = await App.StartNodeAsync(new() { ["RateLimits:SourceDeliveriesPerSecond"] = "1" });
        var owner = await App.RegisterAsync();
        var (busy, calm) = (await HookAsync(owner), await HookAsync(owner));

        await ShouldSoonRefuseAsync(() => node.Anonymous().PostAsync(busy, new { email = "ada@example.com" }));

        (await node.Anonymous().PostAsync(calm, new { email = "ada@example.com" })).ShouldBe(200);
    }

    // At one a second, 20 at once can't all get through.
    private static async Task ShouldSoonRefuseAsync(Func<Task<Answer>> call)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => call()));

        answers.Should().Contain(answer => answer.Status == 200);
        answers.Where(answer => answer.Status != 200).Should().NotBeEmpty().And.AllSatisfy(answer =>
            answer.ShouldBeProblem(429, "tooManyRequests").Headers.RetryAfter!.Delta.Should().BePositive());
    }

    private static async Task<string> HookAsync(TestClient owner)
    {
        var made = await owner.PostAsync("/api/event-sources", new { name = "S", emailPath = "email", eventName = new { @fixed = "signUp" } });
        return new Uri(made.ShouldBe(201).Json.GetProperty("url").GetString()!).AbsolutePath;
    }

    private static Task<Answer> LoginAsync(TestNode node, string email, string password, string? from = null) =>
        PostAsync(node, "/api/auth/login", new { email, password }, from);

    private static Task<Answer> PreviewAsync(TestNode node, string from) => PostAsync(node, "/api/invitations/preview", new { token = "none" }, from);

    private static Task<Answer> PostAsync(TestNode node, string path, object body, string? from) => node.Anonymous().SendAsync(
        HttpMethod.Post, path, TestClient.ToContent(body), from is null ? [] : [("X-Forwarded-For", from)]);
}
