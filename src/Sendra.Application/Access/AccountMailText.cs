using System.Net;

namespace Sendra.Application.Access;

/// <summary>What an email to a person who signs in says, as text and as HTML that needs no picture and no font.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Before">The paragraphs before the link.</param>
/// <param name="Action">What the link does, as its label.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="After">The paragraphs after it.</param>
public sealed record AccountMailText(string Subject, IReadOnlyList<string> Before, string Action, string Url, IReadOnlyList<string> After)
{
    private const string BodyStyle = "margin:0;padding:24px;background:#f4f5f7;color:#1f2430;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
    private const string CardStyle = "max-width:560px;margin:0 auto;padding:32px;background:#ffffff;border-radius:12px";
    private const string ButtonStyle = "display:inline-block;padding:12px 20px;background:#3b4fd8;color:#ffffff;border-radius:8px;font-weight:600;text-decoration:none";

    /// <summary>The text part.</summary>
    public string Text => string.Join("\n\n", [.. Before, $"{Action}:\n{Url}", .. After, Footer]) + "\n";

    /// <summary>The HTML part.</summary>
    public string Html =>
        $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>{Encode(Subject)}</title>
        </head>
        <body style="{BodyStyle}">
        <div role="article" aria-label="{Encode(Subject)}" style="{CardStyle}">
        <h1 style="margin:0 0 16px;font-size:22px;line-height:1.3">{Encode(Subject)}</h1>
        {Paragraphs(Before)}
        <p style="margin:24px 0"><a href="{Encode(Url)}" style="{ButtonStyle}">{Encode(Action)}</a></p>
        <p style="margin:0 0 16px;font-size:14px;color:#4b5263">If the button doesn’t work, copy this address into your browser:<br><span style="word-break:break-all">{Encode(Url)}</span></p>
        {Paragraphs(After)}
        <p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #e3e5ea;font-size:14px;color:#4b5263">{Footer}</p>
        </div>
        </body>
        </html>
        """;

    private static string Footer => "Sendra sent this email about an account. Nobody reads replies to it.";

    private static string Paragraphs(IReadOnlyList<string> texts) =>
        string.Join('\n', texts.Select(text => $"""<p style="margin:0 0 16px;overflow-wrap:anywhere">{Encode(text)}</p>"""));

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
