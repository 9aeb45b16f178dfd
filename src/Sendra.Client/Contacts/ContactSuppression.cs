using Sendra.Client.Suppressions;

namespace Sendra.Client.Contacts;

/// <summary>Why a contact gets no email, or no marketing.</summary>
public sealed record ContactSuppression
{
    /// <summary>What a suppressed address gets no more; the wider, the greater.</summary>
    public SuppressionScope Scope { get; init; }

    /// <summary>Why an address is suppressed.</summary>
    public SuppressionOrigin Origin { get; init; }

    /// <summary>Since when, by the server's clock.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>When the contact unsubscribed, or null.</summary>
    public DateTimeOffset? UnsubscribedAt { get; init; }
}
