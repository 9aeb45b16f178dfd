using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Sendra.Application.Suppressions;

namespace Sendra.WebApi.Unsubscribing;

/// <summary>The pages of unsubscribe links: HTML of this server alone, without scripts, for any device.</summary>
internal static class UnsubscribeHtml
{
    /// <summary>The query by which the page's button unsubscribes; a mailbox provider's one-click has none and does the same.</summary>
    public const string Unsubscribe = "unsubscribe";

    /// <summary>The query by which the page's button takes it back.</summary>
    public const string Subscribe = "subscribe";

    private const string Style = """
        :root { color-scheme: light dark; --text: #1a1b1e; --dim: #495057; --page: #f1f3f5; --card: #fff; --line: #868e96; --accent: #1864ab; --on: #fff }
        @media (prefers-color-scheme: dark) { :root { --text: #f1f3f5; --dim: #ced4da; --page: #101113; --card: #1f2023; --line: #868e96; --accent: #a5d8ff; --on: #101113 } }
        * { box-sizing: border-box }
        body { margin: 0; min-height: 100vh; display: flex; align-items: center; justify-content: center; padding: 1rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif }
        main { width: 100%; max-width: 30rem; padding: 2rem; border-radius: .75rem; background: var(--card); overflow-wrap: anywhere }
        .from { margin: 0 0 .25rem; color: var(--dim) }
        h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25 }
        p { margin: 0 0 1.5rem; color: var(--dim) }
        p:last-child { margin-bottom: 0 }
        form { margin: 0 }
        button { width: 100%; min-height: 2.75rem; padding: .625rem 1rem; border: 1px solid var(--accent); border-radius: .5rem; background: var(--accent); color: var(--on); font: inherit; font-weight: 600; cursor: pointer }
        button.quiet { border-color: var(--line); background: transparent; color: var(--text) }
        button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px }
        """;

    /// <summary>What the pages may do: show themselves, and send their form back here.</summary>
    public static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)))}'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>The page as it stands.</summary>
    /// <param name="isAnswer">True when the person just chose, so that the page says what came of it.</param>
    public static string Of(UnsubscribePage page, bool isAnswer)
    {
        var name = HtmlEncoder.Default.Encode(page.WorkspaceName);
        return page.Consent switch
        {
            Consent.Subscribed when isAnswer => Page(
                name,
                "You’re subscribed again",
                $"{name} may send you marketing email.",
                Button(Unsubscribe, "Unsubscribe", "quiet")),
            Consent.Subscribed => Page(
                name,
                "Unsubscribe from marketing email?",
                $"{name} will stop sending you marketing email. You still get messages about what you do, such as receipts.",
                Button(Unsubscribe, "Unsubscribe")),
            Consent.Unsubscribed => Page(
                name,
                "You’re unsubscribed",
                $"{name} won’t send you marketing email. You still get messages about what you do, such as receipts.",
                Button(Subscribe, "Subscribe again", "quiet")),
            Consent.Suppressed => Page(name, "You don’t get marketing email", $"{name} doesn’t send marketing email to your address."),
        };
    }

    /// <summary>The page of a link that is none.</summary>
    public static string NotFound() => Page(
        null, "This link doesn’t work", "It may be incomplete. Open it from the email again, or copy all of it.");

    private static string Button(string action, string text, string? kind = null) =>
        $"""<form method="post" action="?{action}"><button{(kind is null ? "" : $" class=\"{kind}\"")}>{text}</button></form>""";

    private static string Page(string? name, string title, string text, string? form = null) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex">
        <title>{title}{(name is null ? "" : $" – {name}")}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main>
        {(name is null ? "" : $"<p class=\"from\">{name}</p>")}
        <h1>{title}</h1>
        <p>{text}</p>
        {form}
        </main>
        </body>
        </html>
        """;
}
