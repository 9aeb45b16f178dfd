using Sendra.WebApi.FunctionalTests.Access;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>On every path of other products' APIs, errors have the form of the product.</summary>
internal sealed class CompatErrorTests(string provider) : FunctionalTest(provider)
{
    private static readonly string[] Roots = ["/compat/resend", "/compat/loops/api/v1", "/compat/customerio/api/v1", "/compat/customerio/api/v2", "/compat/segment/v1", "/compat/plunk/api/v1"];

    [Test]
    public async Task H1_without_a_key_or_with_a_wrong_one()
    {
        var owner = await App.RegisterAsync();
        var elsewhere = await WalkedWorkspace.MakeAsync(App);
        var wrong = new TestClient(App.Node.Address) { ApiKey = "sendra_none" };
        foreach (var (name, walk) in CompatWalks.All)
        {
            (await SendAsync(App.Anonymous(), name, walk, elsewhere)).ShouldHaveFormOf(walk.Path(elsewhere), 401);
            (await SendAsync(wrong, name, walk, elsewhere)).ShouldHaveFormOf(walk.Path(elsewhere), 401, 403);
        }

        (await owner.EventsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task H1_when_there_is_no_such_call()
    {
        var program = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");
        foreach (var root in Roots)
        {
            foreach (var path in (string[])[root, $"{root}/", $"{root}/nothing", $"{root}/nothing/at/all", $"{root}/contacts/a/b/c/d"])
            {
                foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete])
                {
                    (await program.SendAsync(method, path)).ShouldHaveFormOf(path, 404, 405);
                }
            }
        }
    }

    [Test]
    public async Task W5_when_there_are_too_many_calls()
    {
        var owner = await App.RegisterAsync();
        var elsewhere = await WalkedWorkspace.MakeAsync(App);
        var program = await App.ProgramAsync(owner, "events:send", "read", "manage");
        await using var limited = await App.StartNodeAsync(new Dictionary<string, string> { ["RateLimits:KeyCallsPerSecond"] = "1" });
        foreach (var (name, walk) in CompatWalks.All)
        {
            Answer answer;
            do
            {
                answer = await SendAsync(limited.As(program), name, walk, elsewhere);
            }
            while (answer.Status != 429);

            answer.ShouldHaveFormOf(walk.Path(elsewhere), 429);
        }
    }

    [Test]
    public async Task S10_when_the_database_is_gone()
    {
        Assume.That(App.Database.Provider == "PostgreSql", "The server of this database can't be cut off.");
        await using var proxy = new TcpProxy(App.Database.ConnectionString);
        await using var node = await App.StartNodeAsync(new() { ["ConnectionStrings:Sendra"] = proxy.ConnectionString });
        var program = node.As(await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage"));
        var workspace = await WalkedWorkspace.MakeAsync(App);

        await proxy.StopAsync();
        foreach (var (name, walk) in CompatWalks.All.DistinctBy(walk => walk.Value.Path(workspace).Split('/')[2] + walk.Value.Needs))
        {
            (await SendAsync(program, name, walk, workspace)).ShouldHaveFormOf(walk.Path(workspace), 503);
        }
    }

    [Test]
    public async Task E9_times_come_in_three_forms()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        foreach (var time in (object[])[1_700_000_000, 1_700_000_000_000, "1700000000", "1700000000000", "2023-11-14T22:13:20Z", "2023-11-14T23:13:20+01:00"])
        {
            (await program.PostAsync("/compat/customerio/api/v1/customers/ada@example.com/events", new { name = "e", timestamp = time })).ShouldBe(200);
            (await owner.NewestEventAsync()).ShouldHave(("occurredAt", "2023-11-14T22:13:20Z"));
            (await program.PostAsync("/compat/segment/v1/track", new { @event = "e", timestamp = time, properties = new { email = "ada@example.com" } })).ShouldBe(200);
            (await owner.NewestEventAsync()).ShouldHave(("occurredAt", "2023-11-14T22:13:20Z"));
        }
    }

    [Test]
    public async Task E11_huge_batches_are_refused_as_a_whole_in_the_products_form()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "events:send");
        object Operation() => new { type = "person", action = "event", name = "e", identifiers = new { email = "ada@example.com" } };

        (await program.PostAsync("/compat/customerio/api/v2/batch", new { batch = Enumerable.Range(0, 1_001).Select(_ => Operation()) })).ShouldHaveFormOf("/compat/customerio", 400);
        (await program.PostAsync("/compat/segment/v1/batch", new { batch = Enumerable.Range(0, 5_001).Select(_ => new { type = "track" }) })).ShouldHaveFormOf("/compat/segment", 400);
        (await program.PostAsync("/compat/segment/v1/batch", new { batch = (object[])[new { type = "track", @event = new string('x', 600_000) }] })).ShouldHaveFormOf("/compat/segment", 400, 413);
        (await program.PostAsync("/compat/customerio/api/v2/batch", new { batch = (object[])[new { type = new string('x', 1_100_000) }] })).ShouldHaveFormOf("/compat/customerio", 413);

        (await owner.EventsAsync()).Should().BeEmpty();
    }

    private static Task<Answer> SendAsync(TestClient client, string name, EndpointWalk walk, WalkedWorkspace workspace) =>
        client.SendAsync(new HttpMethod(name.Split(' ')[0].ToUpperInvariant()), walk.Path(workspace), TestClient.ToContent(walk.Body?.Invoke(workspace)));
}
