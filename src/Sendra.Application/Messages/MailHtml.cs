using System.Text.RegularExpressions;

namespace Sendra.Application.Messages;

/// <summary>Puts things into the HTML of mails, whole documents or parts of one.</summary>
internal static partial class MailHtml
{
    // Mailboxes fill the rest of the line with what comes next, unless there is enough that takes place and shows nothing.
    private static readonly string Filling = string.Concat(Enumerable.Repeat("&#847;&zwnj;&nbsp;", 60));

    /// <summary>Puts the preheader at the start of the body, where only lists of mails show it.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="preheader">HTML, too.</param>
    public static string WithPreheader(string html, string preheader) => html.Insert(
        StartOfBody(html),
        $"""<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px;mso-hide:all">{preheader}{Filling}</div>""");

    /// <summary>Puts HTML at the end of the body.</summary>
    public static string Append(string html, string end)
    {
        var at = html.LastIndexOf("</body", StringComparison.OrdinalIgnoreCase);
        at = at >= 0 ? at : html.LastIndexOf("</html", StringComparison.OrdinalIgnoreCase);
        return at >= 0 ? html.Insert(at, end) : html + end;
    }

    private static int StartOfBody(string html)
    {
        foreach (var opening in (Regex[])[Body(), EndOfHead(), Html(), Doctype()])
        {
            if (opening.Match(html) is { Success: true } found)
            {
                return found.Index + found.Length;
            }
        }

        return 0;
    }

    [GeneratedRegex("""<body(?>\s(?>[^>"']|"[^"]*"|'[^']*')*)?>""", RegexOptions.IgnoreCase)]
    private static partial Regex Body();

    [GeneratedRegex(@"</head\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex EndOfHead();

    [GeneratedRegex("""<html(?>\s(?>[^>"']|"[^"]*"|'[^']*')*)?>""", RegexOptions.IgnoreCase)]
    private static partial Regex Html();

    [GeneratedRegex(@"^\s*<!doctype[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Doctype();
}
