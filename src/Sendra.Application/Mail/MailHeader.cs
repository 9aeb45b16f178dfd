namespace Sendra.Application.Mail;

/// <summary>A header of an email.</summary>
/// <param name="Name">Its name, in ASCII.</param>
/// <param name="Value">Its value. Line breaks in it are sent as spaces.</param>
public sealed record MailHeader(string Name, string Value);
