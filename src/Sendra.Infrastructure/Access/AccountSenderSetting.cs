using Microsoft.Extensions.Configuration;
using Sendra.Application.Access;
using Sendra.Application.Mail;
using Sendra.Domain.Contacts;

namespace Sendra.Infrastructure.Access;

/// <summary>Reads the settings <c>Accounts__FromEmail</c> and <c>Accounts__FromName</c>.</summary>
internal static class AccountSenderSetting
{
    private const string EmailKey = "Accounts:FromEmail";
    private const string NameKey = "Accounts:FromName";

    /// <exception cref="InvalidOperationException">A setting makes no sense; the message says what to change.</exception>
    public static AccountSender From(IConfiguration configuration)
    {
        var name = configuration[NameKey]?.Trim() is { Length: > 0 } given ? given : null;
        if (configuration[EmailKey]?.Trim() is not { Length: > 0 } text)
        {
            return name is null
                ? new AccountSender((Mailbox?)null)
                : throw new InvalidOperationException("Accounts__FromName is set, but Accounts__FromEmail isn't: set both, or only Accounts__FromEmail.");
        }

        return EmailAddress.TryParse(text, out var email, out var problem)
            ? new AccountSender(new Mailbox(name ?? AccountSender.DefaultName, email.Value))
            : throw new InvalidOperationException($"Accounts__FromEmail is '{text}', but it {problem}.");
    }
}
