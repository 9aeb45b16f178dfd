using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions;

/// <summary>An address that gets no email, or no marketing.</summary>
/// <param name="Email">The normalized address; null when the person was erased. The address stays suppressed all the same.</param>
/// <param name="Scope">What it gets no more: <c>marketing</c>, or <c>all</c> email.</param>
/// <param name="Origin">Why.</param>
/// <param name="At">Since when, by the server's clock.</param>
/// <param name="UnsubscribedAt">When the person unsubscribed; it holds whatever else suppresses the address. null when they didn't.</param>
/// <param name="MessageId">The message that led to it, if one did.</param>
public sealed record SuppressionResult(
    string? Email, SuppressionScope Scope, SuppressionOrigin Origin, DateTimeOffset At, DateTimeOffset? UnsubscribedAt, MessageId? MessageId)
{
    internal static SuppressionResult From(Suppression suppression) => new(
        suppression.Email, suppression.Scope, suppression.Origin, suppression.At, suppression.UnsubscribedAt, suppression.MessageId);
}
