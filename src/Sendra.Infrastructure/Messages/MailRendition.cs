namespace Sendra.Infrastructure.Messages;

/// <summary>A mail as its first claim keeps it.</summary>
/// <param name="TemplateVersion">The version that it was rendered from.</param>
/// <param name="Content">The mail, compressed.</param>
internal sealed record MailRendition(int TemplateVersion, byte[] Content);
