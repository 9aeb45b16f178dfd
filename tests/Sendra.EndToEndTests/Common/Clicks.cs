using System.Diagnostics;

namespace Sendra.EndToEndTests.Common;

/// <summary>How many clicks and seconds something takes in the browser.</summary>
internal sealed class Clicks(IPage page)
{
    private readonly Stopwatch time = Stopwatch.StartNew();

    /// <summary>Counts from now on, on whatever page of the app the tab goes to.</summary>
    public static async Task<Clicks> CountAsync(IPage page)
    {
        // Clicks that keys or the page itself make have no detail; frames that show emails may store nothing.
        const string Count = "if (self === top) addEventListener('click', (event) => { if (event.detail > 0) sessionStorage.clicks = Number(sessionStorage.clicks ?? 0) + 1; }, true)";
        await page.AddInitScriptAsync(Count);
        await page.EvaluateAsync($"{{ sessionStorage.clicks = 0; {Count} }}");
        return new Clicks(page);
    }

    /// <summary>Fails when it took more, and writes what it took. The seconds are a machine's, so that they are only told.</summary>
    public async Task ExpectAtMostAsync(int clicks, string because)
    {
        var taken = time.Elapsed;
        var counted = await page.EvaluateAsync<int>("Number(sessionStorage.clicks)");
        TestContext.Out.WriteLine($"{counted} clicks, {taken.TotalSeconds:0.0} seconds of a machine.");
        counted.Should().BeLessThanOrEqualTo(clicks, because);
    }
}
