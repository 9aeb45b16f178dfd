using Sendra.Domain.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.Events;

/// <summary>An event as the log shows it (L1).</summary>
/// <param name="EventName">What was done.</param>
/// <param name="Email">The address of who did it.</param>
/// <param name="ContactId">Who did it.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="OccurredAt">When it happened by the sender's word (E9).</param>
/// <param name="Origin">How it came in.</param>
/// <param name="SourceName">The event source's name now; null for the API, and when the source is deleted.</param>
/// <param name="AutomationName">The name now of the automation whose step sent it; null for others.</param>
/// <param name="Declared">True when its name is declared now.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments were dropped.</param>
/// <param name="Woken">How many enrollments that waited for it continued with it.</param>
/// <param name="History">Whether it was sent as history: logged and counted without effect.</param>
/// <param name="Properties">Whatever the sender added, exactly as sent (E3).</param>
public sealed record LoggedEvent(
    EventId Id,
    string EventName,
    string Email,
    ContactId ContactId,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OccurredAt,
    EventOrigin Origin,
    string? SourceName,
    string? AutomationName,
    bool Declared,
    int Enrolled,
    int Exited,
    int Woken,
    bool History,
    RawJson? Properties);
