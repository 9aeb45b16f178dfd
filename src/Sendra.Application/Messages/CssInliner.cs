using System.Globalization;
using System.Text.RegularExpressions;
using PreMailer.Net.Downloaders;
using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>
/// Copies the CSS of a template's HTML into <c>style</c> attributes, since some mail clients read no style sheets. Style sheets stay for
/// those that do: media queries work only there. It is done once, when a template is saved, with its Liquid tags out of the way.
/// </summary>
internal static partial class CssInliner
{
    static CssInliner() => WebDownloader.SharedDownloader = new NoDownloads();

    /// <inheritdoc cref="Inline(string)" />
    /// <param name="content">What a template says. MJML is compiled to HTML that needs no inlining.</param>
    public static string? Inline(TemplateContent content) => content.Format == TemplateFormat.Html ? Inline(content.Source) : null;

    /// <summary>The HTML with its CSS inlined; null when it has none, or when that can't be done safely: then it is sent as it is.</summary>
    /// <param name="html">HTML with Liquid in it.</param>
    public static string? Inline(string html)
    {
        // What only looks like a comment would become one.
        if (!html.Contains("<style", StringComparison.OrdinalIgnoreCase) || html.Contains("<![if", StringComparison.OrdinalIgnoreCase) || Marks().IsMatch(html))
        {
            return null;
        }

        var tags = new List<string>();
        var marked = LiquidTags.All().Replace(html, tag =>
        {
            tags.Add(tag.Value);
            return string.Create(CultureInfo.InvariantCulture, $"liq{tags.Count - 1}uid");
        });

        // Between HTML tags a comment may stand where no text may, as in tables.
        marked = Markup().Replace(marked, found => found.Groups["mark"].Success ? $"<!--{found.Value}-->" : found.Value);
        if (!Document().IsMatch(marked))
        {
            // Or else what comes before the first text would be taken for the head.
            marked = $"<body>{marked}";
        }

        return InlineMarked(marked, tags) is { } inlined && Restore(inlined, tags) is { Length: <= TemplateContent.MaxLength } done
            && LiquidText.TryParse(done, out _, out _, TemplateContent.MaxLength)
                ? done
                : null;
    }

    private static string? InlineMarked(string html, List<string> tags)
    {
        using var document = HtmlSize.Parse(html);
        if (document is null || !CssSize.IsInlinable(document, css => Numbers(css).Any(number => IsBlock(tags[number]))))
        {
            return null;
        }

        using var mailer = new PreMailer.Net.PreMailer(document, null);
        return mailer.MoveCssInline(removeStyleElements: false, ignoreElements: "link", css: null, stripIdAndClassAttributes: false, removeComments: false, customFormatter: null, preserveMediaQueries: true).Html;
    }

    // Null if a tag got lost or moved: values may be repeated, as CSS is.
    private static string? Restore(string html, List<string> tags)
    {
        var numbers = Numbers(html).ToArray();
        var blocks = numbers.Where(number => IsBlock(tags[number]));
        var all = Enumerable.Range(0, tags.Count);
        return blocks.SequenceEqual(all.Where(number => IsBlock(tags[number]))) && all.All(new HashSet<int>(numbers).Contains)
            ? MarkInPlace().Replace(html, mark => tags[int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)])
            : null;
    }

    private static IEnumerable<int> Numbers(string html) =>
        Marks().Matches(html).Select(mark => int.Parse(mark.Groups["number"].ValueSpan, CultureInfo.InvariantCulture));

    private static bool IsBlock(string tag) => tag.StartsWith("{%", StringComparison.Ordinal);

    [GeneratedRegex(@"<(!doctype|html|head|body)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Document();

    [GeneratedRegex("liq(?<number>[0-9]{1,6})uid")]
    private static partial Regex Marks();

    [GeneratedRegex("""<!--liq(?<number>[0-9]+)uid-->|liq(?<number>[0-9]+)uid(="")?""")]
    private static partial Regex MarkInPlace();

    // Comments, elements that have no markup in them, tags; and marks that stand in none of them.
    [GeneratedRegex(
        """<!--.*?(-->|\z)|<(?<raw>style|script|title|textarea)\b.*?(</\k<raw>\s*>|\z)|<[a-z/!](?>[^<>"']|"[^"]*("|\z)|'[^']*('|\z))*>?|(?<mark>liq[0-9]+uid)""",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Markup();
}
