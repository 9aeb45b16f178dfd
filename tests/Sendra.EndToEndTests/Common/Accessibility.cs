using System.Text.Json;

namespace Sendra.EndToEndTests.Common;

/// <summary>What axe finds on a page.</summary>
internal static class Accessibility
{
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
          return violations
            .filter(({ impact }) => impact === 'serious' || impact === 'critical')
            .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} (${node.any.map((check) => check.message).join(' ')})`));
        }
        """;

    private static readonly Lazy<string> Axe =
        new(() => File.ReadAllText(Path.Combine(Repository.AdminApp, "node_modules", "axe-core", "axe.min.js")));

    /// <summary>Serious and critical findings, one line each.</summary>
    public static async Task<string[]> CheckAsync(IPage page)
    {
        await page.EvaluateAsync(Axe.Value);
        return (await page.EvaluateAsync<JsonElement>(Run)).EnumerateArray().Select(finding => finding.GetString()!).ToArray();
    }
}
