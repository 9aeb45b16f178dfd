namespace Sendra.Application.Messages;

/// <summary>What is added at the end of a mail that lacks it: how to unsubscribe, and who sends from where.</summary>
/// <param name="Html">For the HTML part, put before the end of the body.</param>
/// <param name="Text">For the text part, put behind an empty line.</param>
public sealed record MailFooter(string Html, string Text);
