using System.Diagnostics;
using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.Workflows;

/// <summary>What is due in a workspace: nodes carry it on soon, unless its automation is paused.</summary>
internal sealed class DueRuns(TestClient client, TestClock clock)
{
    /// <summary>The most active runs that one look sees.</summary>
    public const int Most = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Waits until nothing is due but in some automations.</summary>
    public async Task UntilNoneAsync(IReadOnlySet<string> paused)
    {
        for (var began = Stopwatch.GetTimestamp(); await AnyAsync(paused); await Looks.AgainAsync())
        {
            Stopwatch.GetElapsedTime(began).Should().BeLessThan(Patience, "a node should have carried them on");
        }
    }

    // One that ends while the list is read is there as it is then.
    private async Task<bool> AnyAsync(IReadOnlySet<string> paused)
    {
        var active = await client.ItemsAsync($"/api/enrollments?status=active&limit={Most}");
        return active.Any(run => run.Status() == "active" && !paused.Contains(run.Text("automationId")) && IsDue(run));
    }

    private bool IsDue(JsonElement run) => run.GetProperty("dueAt").GetDateTimeOffset() <= clock.GetUtcNow();
}
