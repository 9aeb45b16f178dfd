using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>A template that is ready to render: its texts are parsed. Worth keeping for many mails.</summary>
public sealed class MailTemplate
{
    private MailTemplate(LiquidText subject, LiquidText? preheader, LiquidText html, LiquidText? text)
    {
        Subject = subject;
        Preheader = preheader;
        Html = html;
        Text = text;
    }

    internal LiquidText Subject { get; }

    internal LiquidText? Preheader { get; }

    internal LiquidText Html { get; }

    internal LiquidText? Text { get; }

    /// <summary>The template of a version.</summary>
    public static MailTemplate Of(TemplateVersion version) => Of(version.Content, version.RenderedFrom);

    /// <param name="content">What it says.</param>
    /// <param name="html">The HTML that mails are rendered from.</param>
    internal static MailTemplate Of(TemplateContent content, string html) => new(
        Parse(content.Subject),
        content.Preheader is { } preheader ? Parse(preheader) : null,
        Parse(html),
        content.Text is { } text ? Parse(text) : null);

    // It was checked when it was saved.
    private static LiquidText Parse(string text) => LiquidText.TryParse(text, out var liquid, out var problem, TemplateContent.MaxLength)
        ? liquid
        : throw new FormatException($"A saved text {problem}.");
}
