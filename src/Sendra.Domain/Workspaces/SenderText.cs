namespace Sendra.Domain.Workspaces;

/// <summary>A <see cref="Sender"/> as people write it.</summary>
/// <param name="FromName">The name that recipients see.</param>
/// <param name="FromEmail">The address that recipients see.</param>
/// <param name="ReplyTo">Where answers go, or null.</param>
/// <param name="PostalAddress">Where the sender can be reached by post, or null.</param>
public sealed record SenderText(string? FromName, string? FromEmail, string? ReplyTo, string? PostalAddress);
