using Sendra.Domain.Contacts;

namespace Sendra.Application.Events;

/// <summary>Which events to read; what is null or empty does not restrict (L1).</summary>
/// <param name="Email">Of the contact with this address.</param>
/// <param name="EmailPrefix">Of contacts whose address begins so, in lower case.</param>
/// <param name="From">Received at this time or later.</param>
/// <param name="To">Received before this time.</param>
/// <param name="Declared">Whose name is declared now, or is not.</param>
/// <param name="Origin">That were received this way.</param>
/// <param name="SourceId">That came in through this event source.</param>
/// <param name="HasEffect">That enrolled or dropped somebody, or did neither.</param>
public sealed record EventLogFilter(
    IReadOnlyList<string> EventNames,
    EmailAddress? Email,
    string? EmailPrefix,
    DateTimeOffset? From,
    DateTimeOffset? To,
    bool? Declared,
    EventOriginType? Origin,
    EventSourceId? SourceId,
    bool? HasEffect)
{
    /// <summary>Says of one event what the log's search says of all.</summary>
    /// <param name="logged">The event.</param>
    /// <returns>True when every filter lets it through.</returns>
    public bool Admits(LoggedEvent logged) =>
        (EventNames.Count == 0 || EventNames.Contains(logged.EventName, StringComparer.Ordinal))
        && (Email is null || Email.Value == logged.Email)
        && (string.IsNullOrEmpty(EmailPrefix) || logged.Email.StartsWith(EmailPrefix, StringComparison.Ordinal))
        && (From is null || logged.ReceivedAt >= From)
        && (To is null || logged.ReceivedAt < To)
        && (Declared is null || Declared == logged.Declared)
        && (Origin is null || (Origin == EventOriginType.Webhook) == logged.Origin.SourceId.HasValue)
        && (SourceId is null || SourceId == logged.Origin.SourceId)
        && (HasEffect is null || HasEffect == (logged.Enrolled > 0 || logged.Exited > 0));
}
