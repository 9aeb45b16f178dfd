namespace Sendra.Application.Messages;

/// <summary>A mail for one contact, as it is sent.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Html">The HTML part.</param>
/// <param name="Text">The text part.</param>
/// <param name="UndefinedVariables">What was read and is not there, by its path: each once, in ordinal order.</param>
public sealed record RenderedMail(string Subject, string Html, string Text, IReadOnlyList<string> UndefinedVariables)
{
    /// <summary>The same with a footer at its end.</summary>
    /// <param name="footer">The footer.</param>
    public RenderedMail With(MailFooter footer) => this with
    {
        Html = MailHtml.Append(Html, footer.Html),
        Text = Text.Length == 0 ? footer.Text : $"{Text}\n\n{footer.Text}",
    };
}
