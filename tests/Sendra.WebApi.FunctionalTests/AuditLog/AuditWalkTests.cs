using FluentAssertions.Execution;
using Sendra.WebApi.FunctionalTests.Access;
using Sendra.WebApi.FunctionalTests.Compat;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.AuditLog;

/// <summary>Walks every call that writes. See <see cref="AuditWalks"/>.</summary>
public sealed class AuditWalkTests(string provider) : FunctionalTest(provider)
{
    private static readonly Dictionary<string, EndpointWalk> Walks = EndpointWalks.All.Concat(CompatWalks.All).ToDictionary();

    [Test]
    public void W9_every_call_that_writes_is_told_or_says_why_not()
    {
        var writing = Walks.Keys.Where(name => !name.StartsWith("get ", StringComparison.Ordinal) || name.EndsWith("/export", StringComparison.Ordinal));

        AuditWalks.Told.Keys.Concat(AuditWalks.ToldElsewhere.Keys).Concat(AuditWalks.NotTold.Keys)
            .Should().BeEquivalentTo(writing, "a new call is taught to the walk in AuditWalks");
        AuditWalks.NotTold.Values.Should().NotContainNulls();
    }

    [Test]
    public async Task W9_a_call_is_told_with_who_did_it_and_from_where()
    {
        using var all = new AssertionScope();
        foreach (var (name, (action, target)) in AuditWalks.Told)
        {
            var workspace = await WalkedWorkspace.MakeAsync(App);
            var isCompat = name.Contains(" /compat/", StringComparison.Ordinal);
            var caller = isCompat ? await App.ProgramAsync(workspace.Client, "events:send", "read", "manage") : workspace.Client;
            await AuditWalks.PrepareAsync(name, workspace);
            var before = await workspace.Client.AuditLogAsync();

            var answer = await SendAsync(caller, name, workspace);

            answer.Status.Should().BeInRange(200, 204, "{0} answered {1}", name, answer.Text);
            var told = (await workspace.Client.AuditLogAsync()).Where(line => before.All(old => old.Text("id") != line.Text("id"))).ToArray();
            told.Select(AuditWords.Done).Should().Contain($"{action} {target}", "{0} is told", name);
            told.Should().AllSatisfy(line => line.Actor().Should().Be(isCompat ? "apiKey Program" : $"user {workspace.Client.Email}", name));
            told.Should().AllSatisfy(line => line.Text("address").Should().Be("127.0.0.1", name));
        }
    }

    [Test]
    public async Task W9_what_is_not_told_writes_no_line()
    {
        var workspace = await WalkedWorkspace.MakeAsync(App);
        var program = await App.ProgramAsync(workspace.Client, "events:send", "read", "manage");
        var before = await workspace.Client.AuditedAsync();
        foreach (var name in AuditWalks.NotTold.Keys.Where(name => Walks[name].Needs is "events:send" or "manage" or "read"))
        {
            await SendAsync(program, name, workspace);
        }

        // Only what the calls of other products made for their key.
        (await workspace.Client.AuditedAsync()).Except(before).Should().BeSubsetOf(["created eventSource"]);
    }

    private static Task<Answer> SendAsync(TestClient client, string name, WalkedWorkspace workspace) => client.SendAsync(
        new HttpMethod(name.Split(' ')[0].ToUpperInvariant()), Walks[name].Path(workspace), TestClient.ToContent(AuditWalks.BodyOf(name, Walks[name], workspace)));
}
