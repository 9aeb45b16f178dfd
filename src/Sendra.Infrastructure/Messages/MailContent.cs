using System.Text.Json;
using Sendra.Application.Mail;
using Sendra.Infrastructure.Calls;

namespace Sendra.Infrastructure.Messages;

/// <summary>Mails as messages keep them.</summary>
internal static class MailContent
{
    public static byte[] Write(OutgoingMail mail) => KeptText.Compress(JsonSerializer.SerializeToUtf8Bytes(mail));

    public static OutgoingMail Read(byte[] content) => JsonSerializer.Deserialize<OutgoingMail>(KeptText.Expand(content))!;
}
