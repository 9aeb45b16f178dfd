using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions;

/// <summary>What people say by their unsubscribe links, which name their workspace.</summary>
public interface IConsents
{
    /// <summary>What a link's text says; null when no workspace made it.</summary>
    ValueTask<UnsubscribeToken?> OpenAsync(string? text, CancellationToken cancellationToken);

    /// <summary>How it stands with the one who has the link.</summary>
    Task<Consent> ReadAsync(UnsubscribeToken token, CancellationToken cancellationToken);

    /// <summary>Suppresses marketing, also to somebody who was erased. Again, it changes nothing.</summary>
    Task UnsubscribeAsync(UnsubscribeToken token, CancellationToken cancellationToken);

    /// <summary>Takes the person's own wish back. What else suppresses the address stays.</summary>
    Task ResubscribeAsync(UnsubscribeToken token, CancellationToken cancellationToken);
}
