using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.RegularExpressions;
using Sendra.Domain.Liquid;

namespace Sendra.Application.Messages;

/// <summary>Renders the mail of a template: pure, so that a try, a test and a preview make the same (M1).</summary>
public static partial class MailRendering
{
    /// <summary>The maximum length of a rendered subject, in characters. What is longer is cut.</summary>
    public const int MaxSubjectLength = 500;

    /// <param name="template">The template.</param>
    /// <param name="subject">A subject to use instead of the template's, or null.</param>
    /// <param name="scope">What the texts see.</param>
    /// <param name="mail">The mail when the answer is true.</param>
    /// <param name="failure">Why there is none, as a sentence, when the answer is false.</param>
    public static bool TryRender(
        MailTemplate template,
        LiquidText? subject,
        LiquidScope scope,
        [NotNullWhen(true)] out RenderedMail? mail,
        [NotNullWhen(false)] out string? failure)
    {
        var undefined = new SortedSet<string>(StringComparer.Ordinal);
        string? failed = null;
        var line = Render(subject ?? template.Subject, "subject", LiquidEscape.None);
        var preheader = Render(template.Preheader, "preheader", LiquidEscape.Html);
        var html = Render(template.Html, "HTML", LiquidEscape.Html);
        var text = Render(template.Text, "text", LiquidEscape.None);

        failure = failed;
        mail = failed is null ? new RenderedMail(OneLine(line), Compose(html, OneLine(preheader)), text.Length > 0 ? text : HtmlText.Of(html), [.. undefined]) : null;
        return mail is not null;

        string Render(LiquidText? liquid, string what, LiquidEscape escape)
        {
            if (failed is not null || liquid is null)
            {
                return "";
            }

            if (liquid.TryRender(scope, out var rendered, out var problem, escape, undefined))
            {
                return Clean(rendered);
            }

            failed = $"We couldn't render the {what}: {problem}";
            return "";
        }
    }

    private static string Compose(string html, string preheader) => preheader.Length > 0 ? MailHtml.WithPreheader(html, preheader) : html;

    // A header has one line: what would begin another one is a space.
    private static string OneLine(string text) => Domain.Common.Text.Truncate(Spaces().Replace(text, " ").Trim(), MaxSubjectLength);

    // Values may hold what no mail can: control characters, and halves of surrogate pairs that a filter cut.
    private static string Clean(string text)
    {
        if (!Unfit().IsMatch(text) && !Domain.Common.Text.HasLoneSurrogate(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in Unfit().Replace(text, "").EnumerateRunes())
        {
            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    [GeneratedRegex(@"[\s\p{Cc}\u2028\u2029]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{Cc}-[\t\n\r]]")]
    private static partial Regex Unfit();
}
