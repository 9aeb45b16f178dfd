namespace Sendra.Application.Mail;

/// <summary>An address with the name that is shown for it.</summary>
/// <param name="Name">The name; null when there is none.</param>
/// <param name="Email">The address.</param>
public sealed record Mailbox(string? Name, string Email);
