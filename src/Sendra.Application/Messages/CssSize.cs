using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Sendra.Application.Messages;

/// <summary>Tells whether the CSS of a document can be inlined well and soon.</summary>
internal static partial class CssSize
{
    private const int MaxCss = 32_000;
    private const int MaxDepth = 100;

    // Elements × characters: what the attributes could become.
    private const long MaxCopied = 20_000_000;

    // How often an element is compared with a part of a selector.
    private const double MaxCompared = 5_000_000;

    /// <param name="document">The document.</param>
    /// <param name="isConditional">Tells whether a text depends on Liquid blocks, so that it must stay together.</param>
    public static bool IsInlinable(IHtmlDocument document, Func<string, bool> isConditional)
    {
        var (elements, depth) = (0, 0);
        var css = "";
        foreach (var (element, level) in ElementsOf(document))
        {
            (elements, depth) = (elements + 1, Math.Max(depth, level));
            var text = element is IHtmlStyleElement ? element.TextContent : element.GetAttribute("style");
            css += element is IHtmlStyleElement ? text : "";
            if (css.Length > MaxCss || (text is not null && (SplitUrl().IsMatch(text) || isConditional(text))))
            {
                return false;
            }
        }

        return depth <= MaxDepth && (long)elements * css.Length <= MaxCopied && Compared(css, elements, depth) <= MaxCompared;
    }

    // In the order of the document, without recursion.
    private static IEnumerable<(IElement Element, int Level)> ElementsOf(IHtmlDocument document)
    {
        var level = 1;
        for (var node = document.FirstChild; node is not null; node = Next(node, ref level))
        {
            if (node is IElement element)
            {
                yield return (element, level);
            }
        }
    }

    private static INode? Next(INode node, ref int level)
    {
        if (node.FirstChild is { } child)
        {
            level++;
            return child;
        }

        for (INode? up = node; up is not null; up = up.Parent, level--)
        {
            if (up.NextSibling is { } next)
            {
                return next;
            }
        }

        return null;
    }

    private static double Compared(string css, int elements, int depth) => Preludes().Matches(css)
        .Select(prelude => prelude.Groups["selectors"].Value.Trim())
        .Where(selectors => selectors.Length > 0 && selectors[0] != '@')
        .SelectMany(selectors => selectors.Split(','))
        .Sum(selector => elements * Ways(Combinators().Count(selector.Trim()), depth) * (selector.Contains('(', StringComparison.Ordinal) ? elements : 1));

    // In how many ways so many ancestors can be chosen, about: each may be tried.
    private static double Ways(int ancestors, int depth)
    {
        var ways = 1.0;
        for (var i = 1; i <= ancestors && ways < MaxCompared; i++)
        {
            ways *= Math.Max(1, (double)depth / i);
        }

        return ways;
    }

    // The inliner takes the semicolon in it for the end of the declaration.
    [GeneratedRegex(@"\([^();]*;")]
    private static partial Regex SplitUrl();

    [GeneratedRegex(@"(?<selectors>[^{};]*)(\{|[};])")]
    private static partial Regex Preludes();

    [GeneratedRegex(@"[\s>+~]+")]
    private static partial Regex Combinators();
}
