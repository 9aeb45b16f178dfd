using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using Sendra.Application.Mail;
using Sendra.Domain.Liquid;
using Sendra.Domain.Messages;

namespace Sendra.Application.Messages;

/// <summary>Writes mails as their recipients get them: pure, so that a try and a test write the same.</summary>
public static partial class MailWriting
{
    // Who sends, for providers that group complaints by it.
    private const string FeedbackSender = "sendra";

    /// <summary>Renders a mail. Marketing that lacks a link to unsubscribe, or the sender's postal address, gets a footer with what it lacks.</summary>
    /// <param name="template">The template.</param>
    /// <param name="subject">A subject to use instead of the template's, or null.</param>
    /// <param name="kind">Whom it may reach.</param>
    /// <param name="scope">What the texts see.</param>
    /// <param name="unsubscribeUrl">Where the contact unsubscribes.</param>
    /// <param name="postalAddress">Where the sender can be reached by post; null when that is not known.</param>
    /// <param name="mail">The mail when the answer is true.</param>
    /// <param name="failure">Why there is none, as a sentence, when the answer is false.</param>
    public static bool TryRender(
        MailTemplate template,
        LiquidText? subject,
        MessageKind kind,
        LiquidScope scope,
        string unsubscribeUrl,
        string? postalAddress,
        [NotNullWhen(true)] out RenderedMail? mail,
        [NotNullWhen(false)] out string? failure)
    {
        if (!MailRendering.TryRender(template, subject, scope, out mail, out failure))
        {
            return false;
        }

        if (kind == MessageKind.Marketing)
        {
            var link = mail.Html.Contains(unsubscribeUrl, StringComparison.Ordinal) ? null : unsubscribeUrl;
            var address = postalAddress is null || Shows(mail.Html, postalAddress) ? null : postalAddress;
            mail = link is null && address is null ? mail : mail.With(FooterOf(link, address));
        }

        return true;
    }

    /// <summary>Makes a rendered mail ready to be handed over.</summary>
    /// <param name="messageId">The same in each try.</param>
    /// <param name="date">When it is written.</param>
    /// <param name="from">Who sends it.</param>
    /// <param name="replyTo">Where answers go; null when they go to the sender.</param>
    /// <param name="to">Who gets it.</param>
    /// <param name="unsubscribeUrl">Where one click unsubscribes (RFC 8058); null when nobody can.</param>
    /// <param name="feedback">What complaints are grouped by: at most three parts.</param>
    public static OutgoingMail Address(
        RenderedMail mail, MessageId messageId, DateTimeOffset date, Mailbox from, string? replyTo, string to, string? unsubscribeUrl, params IReadOnlyList<string> feedback) => new(
        $"{messageId.Value:N}@{from.Email[(from.Email.LastIndexOf('@') + 1)..]}",
        date,
        from,
        replyTo,
        to,
        mail.Subject,
        mail.Html,
        mail.Text,
        [
            .. unsubscribeUrl is null ? [] : (MailHeader[])[new("List-Unsubscribe", $"<{unsubscribeUrl}>"), new("List-Unsubscribe-Post", "List-Unsubscribe=One-Click")],
            new("Feedback-ID", string.Join(':', feedback.Append(FeedbackSender))),
        ]);

    // However it is laid out: tags, line breaks and punctuation don't count.
    private static bool Shows(string html, string postalAddress) =>
        html.Contains(WebUtility.HtmlEncode(postalAddress), StringComparison.Ordinal)
        || BetweenWords().Replace(WebUtility.HtmlDecode(Tag().Replace(html, "")), "").Contains(BetweenWords().Replace(postalAddress, ""), StringComparison.Ordinal);

    private static MailFooter FooterOf(string? url, string? postalAddress)
    {
        var lines = postalAddress?.Split('\n').Select(WebUtility.HtmlEncode);
        var address = lines is null ? "" : $"<p>{string.Join("<br>", lines)}</p>";
        var link = url is null ? "" : $"""<p><a href="{WebUtility.HtmlEncode(url)}" style="color:#666">Unsubscribe</a></p>""";
        return new MailFooter(
            $"""<div style="margin-top:32px;padding-top:12px;border-top:1px solid #ccc;color:#666;font-size:12px;line-height:1.5">{address}{link}</div>""",
            string.Join("\n\n", new[] { postalAddress, url is null ? null : $"Unsubscribe: {url}" }.OfType<string>()));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex BetweenWords();
}
