namespace Sendra.Client.Workspaces;

/// <summary>Who email comes from.</summary>
public sealed record Sender
{
    /// <summary>The name that recipients see: one line of at most 100 characters.</summary>
    public required string FromName { get; init; }

    /// <summary>The address that recipients see. Your mail server must be allowed to send for its domain.</summary>
    public required string FromEmail { get; init; }

    /// <summary>Where replies go; null for fromEmail.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>
    /// Your postal address, with line breaks if you like, at most 500 characters. Marketing email shows it in its footer. Without one,
    /// automations that send marketing email get the warning <c>postalAddressMissing</c>.
    /// </summary>
    public string? PostalAddress { get; init; }
}
