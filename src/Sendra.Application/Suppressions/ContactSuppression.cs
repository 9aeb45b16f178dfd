using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions;

/// <summary>Why a contact gets no email, or no marketing.</summary>
/// <param name="Scope">What the contact gets no more: <c>marketing</c>, or <c>all</c> email.</param>
/// <param name="Origin">Why.</param>
/// <param name="At">Since when, by the server's clock.</param>
/// <param name="UnsubscribedAt">When the contact unsubscribed, or null.</param>
public sealed record ContactSuppression(SuppressionScope Scope, SuppressionOrigin Origin, DateTimeOffset At, DateTimeOffset? UnsubscribedAt)
{
    internal static ContactSuppression? From(Suppression? suppression) =>
        suppression is null ? null : new(suppression.Scope, suppression.Origin, suppression.At, suppression.UnsubscribedAt);
}
