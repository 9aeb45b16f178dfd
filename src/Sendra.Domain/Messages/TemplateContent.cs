using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;
using Sendra.Domain.Liquid;

namespace Sendra.Domain.Messages;

/// <summary>What a template says, checked as a whole: every text in it is valid Liquid (M1).</summary>
public sealed record TemplateContent
{
    /// <summary>The maximum length of a subject or a preheader, in characters.</summary>
    public const int MaxLineLength = 1_000;

    /// <summary>The maximum length of the source, the compiled HTML and the text part each, in characters.</summary>
    public const int MaxLength = 500_000;

    private TemplateContent(string subject, string? preheader, TemplateFormat format, string source, string? html, string? text)
    {
        Subject = subject;
        Preheader = preheader;
        Format = format;
        Source = source;
        Html = html;
        Text = text;
    }

    /// <summary>The subject.</summary>
    public string Subject { get; }

    /// <summary>What mailboxes show beside the subject, or null.</summary>
    public string? Preheader { get; }

    /// <summary>What the source is written in.</summary>
    public TemplateFormat Format { get; }

    /// <summary>As it was written.</summary>
    public string Source { get; }

    /// <summary>The compiled HTML of MJML; null for HTML, which is its own source.</summary>
    public string? Html { get; }

    /// <summary>The text part; null when it is made from the HTML.</summary>
    public string? Text { get; }

    /// <summary>Checks what was written.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="content">The content if the result is true.</param>
    /// <param name="problems">Everything that is wrong; empty if the result is true.</param>
    public static bool TryCreate(TemplateText text, [NotNullWhen(true)] out TemplateContent? content, out IReadOnlyList<DefinitionProblem> problems)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = new List<DefinitionProblem>();
        var subject = Read("subject", text.Subject, MaxLineLength, isRequired: true, found);
        var preheader = Read("preheader", text.Preheader, MaxLineLength, isRequired: false, found);
        var format = ReadFormat(text.Format, found);
        var source = Read("source", text.Source, MaxLength, isRequired: true, found);
        var html = ReadHtml(text, format, found);
        var plain = Read("text", text.Text, MaxLength, isRequired: false, found);
        problems = found;
        content = found.Count == 0 ? new TemplateContent(subject!, preheader, format!.Value, source!, html, plain) : null;
        return content is not null;
    }

    /// <summary>The content of a stored version, which was checked when it was saved.</summary>
    internal static TemplateContent Restore(string subject, string? preheader, TemplateFormat format, string source, string? html, string? text) =>
        new(subject, preheader, format, source, html, text);

    private static TemplateFormat? ReadFormat(TemplateFormat? format, List<DefinitionProblem> problems)
    {
        if (format is not { } known || !Enum.IsDefined(known))
        {
            problems.Add(new DefinitionProblem("format", format is null ? "format is required." : "format must be one of mjml, html."));
        }

        return format;
    }

    private static string? ReadHtml(TemplateText text, TemplateFormat? format, List<DefinitionProblem> problems)
    {
        if (format == TemplateFormat.Mjml)
        {
            if (string.IsNullOrWhiteSpace(text.Html))
            {
                problems.Add(new DefinitionProblem("html", "html is required with MJML: the HTML that it compiles to."));
                return null;
            }

            return Read("html", text.Html, MaxLength, isRequired: true, problems);
        }

        if (format == TemplateFormat.Html && !string.IsNullOrWhiteSpace(text.Html) && text.Html != text.Source)
        {
            problems.Add(new DefinitionProblem("html", "html can't be sent with the format html, where the source is the HTML."));
        }

        return null;
    }

    private static string? Read(string field, string? text, int maxLength, bool isRequired, List<DefinitionProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (isRequired)
            {
                problems.Add(new DefinitionProblem(field, $"{field} is required."));
            }

            return null;
        }

        if (!LiquidText.TryParse(text, out _, out var problem, maxLength))
        {
            problems.Add(new DefinitionProblem(field, $"{field} {problem}."));
        }

        return text;
    }
}
