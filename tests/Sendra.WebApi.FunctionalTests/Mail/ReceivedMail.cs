using System.Text;
using MimeKit;

namespace Sendra.WebApi.FunctionalTests.Mail;

/// <summary>A mail as the mail server got it.</summary>
internal sealed record ReceivedMail(string From, string To, byte[] Bytes, bool IsSecure, string? User)
{
    public MimeMessage Message => MimeMessage.Load(new MemoryStream(Bytes));

    public string Text => Encoding.UTF8.GetString(Bytes);
}
