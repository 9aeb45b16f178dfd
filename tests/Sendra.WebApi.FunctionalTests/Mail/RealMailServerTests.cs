using System.Security.Cryptography;
using MimeKit;
using Sendra.WebApi.FunctionalTests.Ingestion;
using Sendra.WebApi.FunctionalTests.Suppressions;
using Sendra.WebApi.FunctionalTests.Workflows;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>From the template to a real mailbox and back, by a mail server as operators have it.</summary>
public sealed class RealMailServerTests(string provider) : FunctionalTest(provider)
{
    [Test]
    public async Task M1_M2_M3_a_mail_arrives_in_a_real_mailbox_signed_in_both_forms_and_its_link_unsubscribes()
    {
        RealMailServer.Require();
        using var key = RSA.Create(2048);
        await using var connected = App.SendBy(RealMailServer.Settings(
            ("Dkim:Domain", "acme.example.com"), ("Dkim:Selector", "mail"), ("Dkim:PrivateKey", key.ExportPkcs8PrivateKeyPem())));
        var grace = $"grace-{Guid.NewGuid():N}@example.com";
        var ada = await App.RegisterSenderAsync();
        var template = await ada.TemplateAsync(
            "<style>p { color: #123456 }</style><p>Grüße, {{ contact.firstName }}! Your {{ event.plan }} plan is ready.</p><a href=\"{{ unsubscribeUrl }}\">No more</a>",
            "Willkommen, {{ contact.firstName }} ✨");
        await ada.LiveWorkflowAsync("signUp", [MailWords.Mail(template)]);

        await SignUpAsync();
        var message = await ada.UntilMessageAsync(grace, one => one.Status() == "sent");
        var mail = (await RealMailServer.UntilMailsAsync(grace, 1)).Should().ContainSingle().Subject;

        mail.MessageId.Should().Be($"{message.GetProperty("id").GetGuid():N}@acme.example.com");
        mail.From.Mailboxes.Single().Should().BeEquivalentTo(new { Name = "Acme", Address = MailWords.From });
        mail.ReplyTo.Mailboxes.Single().Address.Should().Be("help@acme.example.com");
        mail.Subject.Should().Be("Willkommen, Zoë & Co ✨");
        mail.Headers["Return-Path"].Should().Be($"<{MailWords.From}>");
        mail.Headers["Feedback-ID"].Should().EndWith(":marketing:sendra");
        mail.Headers[HeaderId.Received].Should().Contain("ESMTPSA", "it came by TLS, signed in");
        mail.Body.Should().BeOfType<MultipartAlternative>().Which.Select(part => part.ContentType.MimeType).Should().Equal("text/plain", "text/html");
        mail.TextBody.Should().Contain("Grüße, Zoë & Co! Your <pro> plan is ready.");
        mail.HtmlBody.Should().Contain("Grüße, Zoë &amp; Co! Your &lt;pro&gt; plan is ready.").And.Contain("style=\"color: #123456\"");
        (await new DkimPublicKey(key, "acme.example.com", "mail").HasSignedAsync(mail)).Should().BeTrue("nothing that was signed has changed on the way");

        mail.Headers["List-Unsubscribe-Post"].Should().Be("List-Unsubscribe=One-Click");
        var url = new Uri(mail.Headers["List-Unsubscribe"]!.Trim('<', '>'));
        url.Authority.Should().Be(App.Node.Address.Authority);
        mail.HtmlBody.Should().Contain(url.ToString());
        (await App.Anonymous().GetAsync(url.PathAndQuery)).ShouldBe(200);
        (await ada.SuppressionAsync(grace)).Should().BeNull("scanners follow links");
        (await App.Anonymous().OneClickAsync(url.PathAndQuery)).ShouldBe(200);
        (await ada.SuppressionAsync(grace)).Should().Be($"{grace} marketing unsubscribe");

        await SignUpAsync();
        (await ada.UntilMessageAsync(grace, one => one.Status() == "skipped")).Text("reason").Should().Contain("unsubscribed");
        (await RealMailServer.UntilMailsAsync(grace, 1)).Should().ContainSingle();

        Task SignUpAsync() => ada.PostAsync("/api/events/send", new
        {
            email = grace,
            eventName = "signUp",
            contactProperties = new { firstName = "Zoë & Co" },
            eventProperties = new { plan = "<pro>" },
        });
    }
}
