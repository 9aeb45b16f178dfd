using System.Diagnostics;
using Sendra.WebApi.FunctionalTests.Events;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Access;

/// <summary>What runs long ends soon after whoever asked for it may ask no more.</summary>
public sealed class EndedCallerTests(string provider) : FunctionalTest(provider)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    // The rest is the machine's.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task W3_an_export_ends_when_its_key_is_revoked()
    {
        var owner = await App.RegisterAsync();
        await FillAsync(owner);
        var program = await App.ProgramAsync(owner, "read");

        await ShouldBreakOffAsync(program, async () => (await owner.DeleteAsync($"/api/api-keys/{(await owner.ItemsAsync("/api/api-keys")).Single().Text("id")}")).ShouldBe(204));
    }

    [Test]
    public async Task W3_an_export_ends_when_its_key_expires()
    {
        var owner = await App.RegisterAsync();
        await FillAsync(owner);
        var program = App.Anonymous();
        program.ApiKey = (await owner.PostAsync("/api/api-keys", new { name = "Short", scopes = (string[])["read"], expiresAt = App.Clock.GetUtcNow().AddMinutes(30) })).ShouldBe(201).Json.Text("key");

        await ShouldBreakOffAsync(program, () =>
        {
            App.Clock.Advance(TimeSpan.FromMinutes(31));
            return Task.CompletedTask;
        });
    }

    [Test]
    public async Task W2_an_export_ends_when_its_session_or_membership_does()
    {
        var (owner, bob) = (await App.RegisterAsync(), await App.RegisterAsync());
        await FillAsync(owner);
        await App.JoinAsync(bob, owner.WorkspaceId);
        (await bob.PostAsync("/api/auth/switch", new { workspaceId = owner.WorkspaceId })).ShouldBe(200);

        await ShouldBreakOffAsync(bob, async () => (await owner.DeleteAsync($"/api/members/{bob.UserId}")).ShouldBe(200));
        var there = App.Node.As(owner);
        await ShouldBreakOffAsync(there, async () => (await owner.PostAsync("/api/auth/logout")).ShouldBe(204));
    }

    [Test]
    public async Task W2_streams_of_events_end_when_their_key_is_revoked_or_their_session_ends()
    {
        var owner = await App.RegisterAsync();
        var program = await App.ProgramAsync(owner, "read");
        await using var ofKey = await LiveTail.OpenAsync(program);
        await using var ofSession = await LiveTail.OpenAsync(owner);

        var began = Stopwatch.GetTimestamp();
        (await owner.DeleteAsync($"/api/api-keys/{(await owner.ItemsAsync("/api/api-keys")).Single().Text("id")}")).ShouldBe(204);
        await ofKey.EndAsync();
        Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience);
        (await owner.PostAsync("/api/auth/logout")).ShouldBe(204);
        await ofSession.EndAsync();
    }

    // So much that it is in no buffer between here and there: nobody reads on, and so the answer can't come to its end.
    private static async Task FillAsync(TestClient client)
    {
        var properties = new string('x', 200_000);
        for (var batch = 0; batch < 20; batch++)
        {
            (await client.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, 10).Select(i => new { email = $"p{i}@example.com", eventName = "big", eventProperties = properties }) })).ShouldBe(200);
        }
    }

    private static async Task ShouldBreakOffAsync(TestClient client, Func<Task> end)
    {
        using var answer = await client.OpenAsync("/api/events/export?format=ndjson");
        ((int)answer.StatusCode).Should().Be(200);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1_000]);

        await end();
        await Task.Delay(Soon * 2);

        using var patience = new CancellationTokenSource(Patience);
        await FluentActions.Awaiting(() => body.CopyToAsync(Stream.Null, patience.Token)).Should().ThrowAsync<IOException>("the export is broken off, and says so");
        (await client.GetAsync("/api/events")).ShouldBe(401);
    }
}
