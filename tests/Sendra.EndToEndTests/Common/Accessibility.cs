using System.Text.Json;

namespace Sendra.EndToEndTests.Common;

/// <summary>What axe finds on a page.</summary>
internal static class Accessibility
{
    private const string Run = """
        async ({ runOnly, inside }) => {
          // Frames hold emails, in which no script runs: axe's neither.
          const { violations } = await axe.run(inside ?? document, { runOnly, iframes: false, resultTypes: ['violations'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.any.map((check) => check.message).join(' ')})`));
        }
        """;

    private static readonly string[] Guidelines = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    private static readonly string[] Contrast = ["color-contrast"];

    private static readonly Lazy<string> Axe =
        new(() => File.ReadAllText(Path.Combine(Repository.AdminApp, "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Serious and critical findings, one line each.</summary>
    /// <param name="inside">The only part of the page to look at.</param>
    public static Task<string[]> CheckAsync(IPage page, string? inside = null) => CheckAsync(page, Guidelines, inside);

    /// <summary>Texts that are hard to tell from what is behind them, one line each.</summary>
    /// <param name="inside">The only part of the page to look at.</param>
    public static Task<string[]> CheckContrastAsync(IPage page, string? inside = null) => CheckAsync(page, Contrast, inside);

    private static async Task<string[]> CheckAsync(IPage page, string[] runOnly, string? inside)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe.Value);
        }

        return (await page.EvaluateAsync<JsonElement>(Run, new { runOnly, inside })).EnumerateArray().Select(finding => finding.GetString()!).ToArray();
    }
}
