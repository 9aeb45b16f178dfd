using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Events;

/// <summary>One event with the answer to "why did or didn't it enroll?" (A7).</summary>
/// <param name="ContactProperties">What the sender said about the contact, exactly as sent (E13).</param>
/// <param name="Warnings">What of it was left out, and why.</param>
/// <param name="Decisions">What each automation that listened to it decided, with the automations' names of now.</param>
public sealed record EventDetails(
    LoggedEvent Event, RawJson? ContactProperties, IReadOnlyList<ContactWarning> Warnings, IReadOnlyList<ExplainedDecision> Decisions)
{
    /// <summary>The message that it tells of, when a mail provider reported it (M5).</summary>
    public MessageId? MessageId { get; init; }
}
