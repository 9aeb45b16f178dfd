using System.Diagnostics;
using MimeKit;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>The mail server that <c>build/mail-server.sh</c> has started: it wants STARTTLS and a sign-in, and keeps what it takes in a maildir.</summary>
internal static class RealMailServer
{
    private static readonly string? Home = Environment.GetEnvironmentVariable("SENDRA_TEST_MAIL_SERVER");

    /// <summary>Skips the test where there is none.</summary>
    public static void Require() => Assume.That(Home, Is.Not.Null.And.Not.Empty, "There is no mail server; build/test.sh starts one.");

    /// <summary>What a node is told to send by it.</summary>
    public static Dictionary<string, string> Settings(params (string Key, string Value)[] more) => new(more.Select(one => new KeyValuePair<string, string>(one.Key, one.Value)))
    {
        ["Smtp:Host"] = "localhost",
        ["Smtp:Port"] = Read("port"),
        ["Smtp:Security"] = "startTls",
        ["Smtp:User"] = Read("user"),
        ["Smtp:Password"] = Read("password"),
        ["Smtp:TrustedCertificate"] = Path.Combine(Home!, "certificate.pem"),
    };

    /// <summary>The mails in the mailbox to an address, once there are so many.</summary>
    public static async Task<IReadOnlyList<MimeMessage>> UntilMailsAsync(string to, int count)
    {
        for (var began = Stopwatch.GetTimestamp(); ; await Task.Yield())
        {
            var mails = MailsTo(to);
            if (mails.Count >= count)
            {
                return mails;
            }

            Stopwatch.GetElapsedTime(began).Should().BeLessThan(TimeSpan.FromSeconds(60), $"{count} mails to {to} should be in the mailbox");
        }
    }

    // A mail is in "new" only when all of it is written.
    private static List<MimeMessage> MailsTo(string to)
    {
        var folder = Path.Combine(Home!, "mailbox", "new");
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file)).Where(mail => mail.To.Mailboxes.Single().Address == to)]
            : [];
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Home!, name)).Trim();
}
