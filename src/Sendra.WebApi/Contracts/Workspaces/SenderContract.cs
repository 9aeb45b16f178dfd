using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Workspaces;

namespace Sendra.WebApi.Contracts.Workspaces;

/// <summary>Who email comes from.</summary>
public sealed record SenderContract
{
    /// <summary>The name that recipients see: one line of at most 100 characters.</summary>
    /// <example>Acme</example>
    [Required]
    public string? FromName { get; init; }

    /// <summary>The address that recipients see. Your mail server must be allowed to send for its domain.</summary>
    /// <example>hello@acme.com</example>
    [Required]
    public string? FromEmail { get; init; }

    /// <summary>Where replies go; null for fromEmail.</summary>
    /// <example>support@acme.com</example>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Your postal address, with line breaks if you like, at most 500 characters. Marketing email shows it in its footer. Without one,
    /// automations that send marketing email get the warning <c>postalAddressMissing</c>.
    /// </summary>
    /// <example>Acme Inc., 1 Main St, Springfield</example>
    public string? PostalAddress { get; init; }

    internal static SenderContract? From(Sender? sender) => sender is null ? null : new SenderContract
    {
        FromName = sender.FromName,
        FromEmail = sender.FromEmail,
        ReplyTo = sender.ReplyTo,
        PostalAddress = sender.PostalAddress,
    };

    internal SenderText ToText() => new(FromName, FromEmail, ReplyTo, PostalAddress);
}
