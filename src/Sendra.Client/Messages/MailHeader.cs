namespace Sendra.Client.Messages;

/// <summary>A header of an email.</summary>
public sealed record MailHeader
{
    /// <summary>Its name, in ASCII.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its value. Line breaks in it are sent as spaces.</summary>
    public string Value { get; init; } = "";
}
