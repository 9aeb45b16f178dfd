using Sendra.WebApi.FunctionalTests.Access;

namespace Sendra.WebApi.FunctionalTests.Compat;

/// <summary>Walks every call by other products' clients with the wrong credentials. See <see cref="CompatWalks"/>.</summary>
internal sealed class CompatWalkTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task W3_the_walk_knows_every_call_and_what_it_needs()
    {
        var document = (await App.Anonymous().GetAsync("/swagger/compat/swagger.json")).ShouldBe(200).Json;
        var documented = (
            from path in document.GetProperty("paths").EnumerateObject()
            from method in path.Value.EnumerateObject()
            select ($"{method.Name} {path.Name}", method.Value)).ToDictionary();

        CompatWalks.All.Keys.Should().BeEquivalentTo(documented.Keys, "a new call is taught to the walk in CompatWalks");
        foreach (var (name, walk) in CompatWalks.All)
        {
            documented[name].GetProperty("x-needs").GetString().Should().Be(walk.Needs, name);
            documented[name].TryGetProperty("summary", out _).Should().BeTrue("{0} needs a summary", name);
            foreach (var response in documented[name].GetProperty("responses").EnumerateObject())
            {
                response.Value.TryGetProperty("content", out _).Should().BeTrue("{0} says what it answers with {1}", name, response.Name);
            }
        }

        (await App.Anonymous().GetAsync("/swagger/v1/swagger.json")).ShouldBe(200).Text.Should().NotContain("/compat/");
    }

    [Test]
    public async Task W4_a_key_reaches_nothing_of_another_workspace()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var stored = new StoredRows(App);
        var before = await stored.OfAsync(victim.Id, victim.MemberId);
        foreach (var (name, walk) in CompatWalks.All)
        {
            var program = await App.ProgramAsync(await App.RegisterAsync(), "events:send", "read", "manage");

            var answer = await SendAsync(program, name, walk, victim);

            answer.Status.Should().Be(walk.Foreign, "{0} answered {1}", name, answer.Text);
            (await stored.OfAsync(victim.Id, victim.MemberId)).Should().BeEquivalentTo(before, options => options.WithStrictOrdering(), "{0} is of another workspace", name);
        }
    }

    [Test]
    public async Task W3_a_key_needs_the_scope()
    {
        var victim = await WalkedWorkspace.MakeAsync(App);
        var owner = await App.RegisterAsync();
        foreach (var scope in (string[])["events:send", "read", "manage"])
        {
            var program = await App.ProgramAsync(owner, scope);
            foreach (var (name, walk) in CompatWalks.All)
            {
                var answer = await SendAsync(program, name, walk, victim);
                var opens = walk.Needs == scope || (walk.Needs == "read" && scope == "manage");
                answer.Status.Should().Be(opens ? walk.Foreign : name.Contains("/resend/", StringComparison.Ordinal) ? 401 : 403, "{0} with the scope {1} answered {2}", name, scope, answer.Text);
            }
        }

        foreach (var (name, walk) in CompatWalks.All)
        {
            (await SendAsync(App.Anonymous(), name, walk, victim)).ShouldBe(401);
            (await SendAsync(new TestClient(App.Node.Address) { ApiKey = "sendra_none", Cookie = owner.Cookie }, name, walk, victim)).Status.Should().BeOneOf(401, 403);
        }
    }

    private static Task<Answer> SendAsync(TestClient client, string name, EndpointWalk walk, WalkedWorkspace workspace) =>
        client.SendAsync(new HttpMethod(name.Split(' ')[0].ToUpperInvariant()), walk.Path(workspace), TestClient.ToContent(walk.Body?.Invoke(workspace)));
}
