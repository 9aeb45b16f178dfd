using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Mail;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>Mails and a real mail server: what is sent, what answers mean, and what happens when there is none.</summary>
internal sealed class SmtpTransportTests
{
    [Test]
    public async Task M2_a_mail_has_both_parts_and_its_headers()
    {
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings());
        var mail = Transport.Mail("bob@example.com") with
        {
            From = new Mailbox("Zoë, Acme", "hello@example.com"),
            ReplyTo = "help@example.com",
            Subject = "Grüße für dich",
            Html = $"<p>{new string('ü', 2000)}</p>",
            Text = "Text\n.\nEnd",
            Headers = [new MailHeader("List-Unsubscribe", $"<https://example.com/u/{new string('x', 100)}>"), new MailHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), new MailHeader("Feedback-ID", "a:b:marketing:sendra")],
        };

        (await transport.SendAsync(mail)).Should().BeOfType<MailAnswer.Sent>();

        var got = server.Mails.Should().ContainSingle().Subject;
        (got.From, got.To).Should().Be(("hello@example.com", "bob@example.com"));
        var message = got.Message;
        message.From.Mailboxes.Single().Should().BeEquivalentTo(new { Name = "Zoë, Acme", Address = "hello@example.com" });
        message.ReplyTo.Mailboxes.Single().Address.Should().Be("help@example.com");
        (message.Subject, message.MessageId, message.Date).Should().Be((mail.Subject, mail.MessageId, mail.Date));
        message.HtmlBody!.Trim().Should().Be(mail.Html);
        message.TextBody!.ReplaceLineEndings("\n").Trim().Should().Be(mail.Text);
        message.Body!.ContentType.MimeType.Should().Be("multipart/alternative");
        foreach (var header in mail.Headers)
        {
            message.Headers[header.Name].Should().Be(header.Value);
        }

        got.Text.Split("\r\n").Should().OnlyContain(line => line.Length < 998).And.NotContain(line => line.Contains('\n', StringComparison.Ordinal));
        Encoding.UTF8.GetByteCount(got.Text).Should().Be(got.Text.Length, "servers without 8BITMIME take it, too");
    }

    [Test]
    public async Task M2_values_make_no_headers()
    {
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings());

        await transport.SendAsync(Transport.Mail("bob@example.com") with
        {
            From = new Mailbox("Acme\r\nBcc: eve@example.com", "hello@example.com"),
            Subject = "Hello\r\nBcc: eve@example.com\r\n\r\nbody",
            Headers = [new MailHeader("X-Name", "x\nBcc: eve@example.com")],
        });

        var message = server.Mails.Single().Message;
        message.Bcc.Count.Should().Be(0);
        message.Headers.Should().NotContain(header => header.Field == "Bcc");
        message.Subject.Should().Be("Hello  Bcc: eve@example.com    body");
    }

    [Test]
    public async Task M2_the_same_mail_is_the_same_bytes_signed_by_DKIM()
    {
        using var key = RSA.Create(2048);
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings(
            ("Dkim:Domain", "example.com"), ("Dkim:Selector", "mail"), ("Dkim:PrivateKey", key.ExportPkcs8PrivateKeyPem())));
        var mail = Transport.Mail("bob@example.com") with { Headers = [new MailHeader("List-Unsubscribe", "<https://example.com/u/x>")] };

        await transport.SendAsync(mail);
        await transport.SendAsync(mail);

        var (first, second) = (server.Mails[0], server.Mails[1]);
        second.Bytes.Should().Equal(first.Bytes);
        var message = first.Message;
        var signature = message.Headers[HeaderId.DkimSignature];
        signature.Should().Contain("d=example.com").And.Contain("s=mail").And.Contain("list-unsubscribe");
        (await new DkimPublicKey(key, "example.com", "mail").HasSignedAsync(message)).Should().BeTrue();
    }

    [TestCase("rcpt-451@example.com", typeof(MailAnswer.TryAgain), "answered 451: no")]
    [TestCase("data-451@example.com", typeof(MailAnswer.TryAgain), "answered 451: no")]
    [TestCase("rcpt-550@example.com", typeof(MailAnswer.Refused), "answered 550: no")]
    [TestCase("data-554@example.com", typeof(MailAnswer.Refused), "answered 554: no")]
    [TestCase("slow@example.com", typeof(MailAnswer.TryAgain), "didn't answer within 1 s; it may have taken the email")]
    [TestCase("drop@example.com", typeof(MailAnswer.TryAgain), "closed the connection before it answered; it may have taken the email")]
    public async Task F6_answers_say_whether_to_try_again(string to, Type answer, string problem)
    {
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings(("Smtp:TimeoutSeconds", to.StartsWith("slow", StringComparison.Ordinal) ? "1" : "30")));

        var got = await transport.SendAsync(to);

        got.Should().BeOfType(answer);
        ProblemOf(got).Should().Contain(problem);
        transport.Circuit.IsOpen.Should().BeFalse();
        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.Sent>();
    }

    [TestCase("rcpt-550-5.1.1@example.com", true)]
    [TestCase("rcpt-553-5.1.3@example.com", true)]
    [TestCase("rcpt-550-5.7.1@example.com", false)]
    [TestCase("rcpt-552-5.2.2@example.com", false)]
    [TestCase("data-550-5.1.1@example.com", false)]
    public async Task M3_an_address_that_is_not_there_is_a_hard_bounce(string to, bool isBounce)
    {
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings());

        (await transport.SendAsync(to)).Should().BeOfType<MailAnswer.Refused>().Which.IsBounce.Should().Be(isBounce);
    }

    [Test]
    public async Task M2_connections_are_used_again_and_a_broken_one_costs_no_try()
    {
        await using var server = await MailServer.StartAsync();
        await using var transport = new Transport(server.Settings(("Smtp:Connections", "2")));

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => transport.SendAsync($"p{i}@example.com")));
        server.Mails.Should().HaveCount(50);
        server.Opened.Should().BeInRange(1, 2);
        server.CloseConnections();

        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.Sent>();
        server.Opened.Should().BeInRange(2, 3);
        transport.Clock.Advance(TimeSpan.FromMinutes(1));
        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.Sent>();
        server.Opened.Should().BeInRange(3, 4, "what was idle is not used again");
    }

    [Test]
    public async Task M2_a_server_that_is_down_is_no_try_and_is_asked_again_after_growing_pauses()
    {
        var port = FreePort.Find();
        await using var transport = new Transport(new() { ["Smtp:Host"] = "localhost", ["Smtp:Port"] = $"{port}", ["Smtp:Security"] = "none" });

        var first = (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.NotTried>().Subject;
        first.Problem.Should().Be($"localhost:{port} refused the connection.");
        (first.Until - transport.Clock.GetUtcNow()).Should().BeCloseTo(TimeSpan.FromSeconds(5.5), TimeSpan.FromSeconds(1));
        (await transport.SendAsync("eve@example.com")).Should().BeOfType<MailAnswer.NotTried>().Which.Until.Should().Be(first.Until, "nothing is tried meanwhile");

        for (var i = 0; i < 8; i++)
        {
            transport.Clock.Advance(TimeSpan.FromMinutes(7));
            await transport.SendAsync("bob@example.com");
        }

        (transport.Circuit.Blocked()!.Value.Until - transport.Clock.GetUtcNow()).Should().BeCloseTo(TimeSpan.FromMinutes(5.5), TimeSpan.FromMinutes(1));
        await using var server = await MailServer.StartAtAsync(port);
        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.NotTried>();
        transport.Clock.Advance(TimeSpan.FromMinutes(7));
        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.Sent>();
        transport.Circuit.IsOpen.Should().BeFalse();
    }

    [TestCase("startTls")]
    [TestCase("auto")]
    public async Task M2_no_password_goes_without_protection(string security)
    {
        await using var server = await MailServer.StartAsync(new(NeedsSignIn: true, AllowsPlainSignIn: true));
        await using var transport = new Transport(server.Settings(("Smtp:Security", security), ("Smtp:User", MailServer.User), ("Smtp:Password", MailServer.Password)));

        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.NotTried>();

        server.Mails.Should().BeEmpty();
    }

    [TestCase("auto", false)]
    [TestCase("startTls", false)]
    [TestCase("tls", true)]
    public async Task M2_signs_in_over_TLS_with_a_certificate_that_is_trusted(string security, bool isTls)
    {
        using var certificate = MailServer.NewCertificate();
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.pem");
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem());
        await using var server = await MailServer.StartAsync(new(certificate, isTls, NeedsSignIn: true));
        await using var transport = new Transport(server.Settings(
            ("Smtp:Security", security), ("Smtp:User", MailServer.User), ("Smtp:Password", MailServer.Password), ("Smtp:TrustedCertificate", path)));

        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.Sent>();

        server.Mails.Single().Should().Match<ReceivedMail>(mail => mail.IsSecure && mail.User == MailServer.User);
        File.Delete(path);
    }

    [Test]
    public async Task M2_a_certificate_that_nobody_vouches_for_is_refused()
    {
        using var certificate = MailServer.NewCertificate();
        await using var server = await MailServer.StartAsync(new(certificate));
        await using var transport = new Transport(server.Settings(("Smtp:Security", "auto")));

        (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.NotTried>().Which.Problem.Should().Contain("certificate");

        server.Mails.Should().BeEmpty();
    }

    [Test]
    public async Task M2_a_refused_sign_in_burns_no_try_and_says_no_password()
    {
        await using var server = await MailServer.StartAsync(new(NeedsSignIn: true, AllowsPlainSignIn: true));
        await using var transport = new Transport(server.Settings(("Smtp:User", MailServer.User), ("Smtp:Password", "wrong-password")));

        var answer = (await transport.SendAsync("bob@example.com")).Should().BeOfType<MailAnswer.NotTried>().Subject;

        answer.Problem.Should().Be($"localhost:{server.Port} refused the sign-in of {MailServer.User}.");
    }

    [TestCase("Smtp__Port is 'x'", "Smtp:Host=mail.example.com", "Smtp:Port=x")]
    [TestCase("Smtp__Security is 'ssl'", "Smtp:Host=mail.example.com", "Smtp:Security=ssl")]
    [TestCase("Smtp__Host is 'mail.example.com:25'", "Smtp:Host=mail.example.com:25")]
    [TestCase("Smtp__Port is set, but Smtp__Host isn't", "Smtp:Port=25")]
    [TestCase("belong together", "Smtp:Host=mail.example.com", "Smtp:Password=secret")]
    [TestCase("Smtp__TimeoutSeconds is '60'", "Smtp:Host=mail.example.com", "Smtp:TimeoutSeconds=60")]
    [TestCase("Smtp__TrustedCertificate is '/nowhere'", "Smtp:Host=mail.example.com", "Smtp:TrustedCertificate=/nowhere")]
    [TestCase("Dkim__Selector is missing", "Dkim:Domain=example.com", "Dkim:PrivateKey=x")]
    [TestCase("Smtp__Provider is 'acme'", "Smtp:Host=localhost", "Smtp:Provider=acme")]
    [TestCase("Dkim__PrivateKey must be", "Dkim:Domain=example.com", "Dkim:Selector=mail", "Dkim:PrivateKey=-----BEGIN secret")]
    public void M2_a_setting_that_makes_no_sense_is_one_clear_line(string line, params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => (string?)pair[1])).Build();

        var reading = () => (SmtpSettings.From(configuration), DkimKey.From(configuration));

        reading.Should().Throw<InvalidOperationException>().Which.Message.Should().Contain(line).And.NotContain("\n").And.NotContain("secret");
    }

    private static string ProblemOf(MailAnswer answer) => answer switch
    {
        MailAnswer.TryAgain again => again.Problem,
        MailAnswer.NotTried not => not.Problem,
        MailAnswer.Refused refused => refused.Problem,
        _ => "",
    };
}
