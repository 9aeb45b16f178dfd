using System.Text.Json;

namespace Sendra.EndToEndTests.Common;

/// <summary>What axe finds on a page.</summary>
internal static class Accessibility
{
    private const string Run = """
        async (runOnly) => {
          const { violations } = await axe.run(document, { runOnly });
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
    public static Task<string[]> CheckAsync(IPage page) => CheckAsync(page, Guidelines);

    /// <summary>Texts that are hard to tell from what is behind them, one line each.</summary>
    public static Task<string[]> CheckContrastAsync(IPage page) => CheckAsync(page, Contrast);

    private static async Task<string[]> CheckAsync(IPage page, string[] runOnly)
    {
        await page.EvaluateAsync(Axe.Value);
        return (await page.EvaluateAsync<JsonElement>(Run, runOnly)).EnumerateArray().Select(finding => finding.GetString()!).ToArray();
    }
}
