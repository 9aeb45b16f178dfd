namespace Sendra.Application.Suppressions;

/// <summary>What the page of an unsubscribe link shows.</summary>
/// <param name="WorkspaceName">In whose name it speaks.</param>
/// <param name="Consent">How it stands.</param>
public sealed record UnsubscribePage(string WorkspaceName, Consent Consent);
