using Microsoft.Extensions.DependencyInjection;
using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Enrollments;
using Sendra.Infrastructure.Ingestion;
using Sendra.Infrastructure.Workflows;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>Who finds what is due, and when.</summary>
internal sealed class DueLookTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task F9_a_look_finds_every_workspace_with_due_runs_whatever_the_backlog_of_others()
    {
        var far = App.Clock.GetUtcNow().AddDays(40);
        var (busy, quiet, sleeping) = (await App.RegisterAsync(), await App.RegisterAsync(), await App.RegisterAsync());
        foreach (var (client, days, runs) in new[] { (busy, 30, 900), (quiet, 31, 1), (sleeping, 400, 1) })
        {
            await client.LiveWorkflowAsync("signUp", [new { id = "wait", type = "wait", @for = $"P{days}D" }]);
            await EnrollAsync(client, runs);
        }

        (await LookAsync(far)).Should().BeEquivalentTo([busy.WorkspaceId, quiet.WorkspaceId]);
        (await LookAsync(App.Clock.GetUtcNow())).Should().BeEmpty();

        // More than one look reads.
        await EnrollAsync(busy, 900);
        (await LookAsync(far)).Should().Contain([busy.WorkspaceId, quiet.WorkspaceId]);

        async Task<IEnumerable<Guid>> LookAsync(DateTimeOffset until) =>
            (await App.Node.Services.GetRequiredService<DueFinder>().LookAsync(until, CancellationToken.None)).Select(one => one.WorkspaceId.Value);
    }

    [Test]
    public void F5_a_commit_wakes_whoever_carries_on_due_runs_only_when_something_is_due_before_the_next_look()
    {
        var now = App.Clock.GetUtcNow();
        var signal = new DueSignal();
        signal.Notify(now.AddDays(30));
        signal.Notify(null);
        var sleep = signal.SoonerThan(now.AddSeconds(1));
        sleep.IsCompleted.Should().BeFalse("it would find nothing yet");

        signal.Notify(now.AddMilliseconds(10));

        sleep.IsCompleted.Should().BeTrue();
        signal.Take().Should().Be(now.AddMilliseconds(10));
        signal.SoonerThan(now.AddSeconds(1)).IsCompleted.Should().BeFalse("it was told once");
        signal.Notify(now);
        signal.SoonerThan(now.AddSeconds(1)).IsCompleted.Should().BeTrue("what is told during a look is not lost");
    }

    [Test]
    public async Task F5_an_event_tells_when_its_run_is_due()
    {
        var ada = await App.RegisterAsync();
        await ada.LiveWorkflowAsync("signUp", [new { id = "wait", type = "wait", @for = "PT1H" }]);
        var (services, signal) = (App.Node.Services, new DueSignal());
        using var ingestor = ActivatorUtilities.CreateInstance<EventIngestor>(services, services.GetRequiredService<IngestionTools>() with { Due = signal });
        await ingestor.StartAsync(CancellationToken.None);

        await ingestor.IngestAsync(new IngestionRequest(new WorkspaceId(ada.WorkspaceId), [Event("signUp"), Event("other")]), CancellationToken.None);

        signal.Take().Should().Be((await ada.RunOfAsync("bob@example.com")).GetProperty("dueAt").GetDateTimeOffset());
        await ingestor.IngestAsync(new IngestionRequest(new WorkspaceId(ada.WorkspaceId), [Event("other")]), CancellationToken.None);
        signal.Take().Should().Be(DateTimeOffset.MaxValue);
        await ingestor.StopAsync(CancellationToken.None);
    }

    private static IncomingEvent Event(string name)
    {
        EmailAddress.TryParse("bob@example.com", out var email, out _).Should().BeTrue();
        EventName.TryParse(name, out var eventName, out _).Should().BeTrue();
        return new IncomingEvent(email!, eventName!, null, null, null, EventOrigin.Api);
    }

    private static async Task EnrollAsync(TestClient client, int runs) =>
        (await client.PostAsync("/api/events/batch", new { events = Enumerable.Range(0, runs).Select(i => new { email = $"p{i}@example.com", eventName = "signUp" }) })).ShouldBe(200);
}
