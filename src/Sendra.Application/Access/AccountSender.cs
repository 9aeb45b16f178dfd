using Sendra.Application.Mail;

namespace Sendra.Application.Access;

/// <summary>Who sends emails to people who sign in.</summary>
/// <param name="From">The sender; null for one at the server's own host name.</param>
public sealed record AccountSender(Mailbox? From)
{
    /// <summary>The name of a sender that has no other.</summary>
    public const string DefaultName = "Sendra";

    private const string DefaultUser = "sendra";

    /// <summary>The sender of a server that people reach at a URL.</summary>
    public Mailbox At(string url) => From ?? new Mailbox(DefaultName, $"{DefaultUser}@{HostOf(url)}");

    // An address in a domain's place stands in brackets.
    private static string HostOf(string url)
    {
        var uri = new Uri(url);
        return uri.HostNameType switch
        {
            UriHostNameType.IPv4 => $"[{uri.Host}]",
            UriHostNameType.IPv6 => $"[IPv6:{uri.Host.Trim('[', ']')}]",
            _ => uri.IdnHost,
        };
    }
}
