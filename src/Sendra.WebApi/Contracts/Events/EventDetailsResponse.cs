using Sendra.Application.Ingestion;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>One event, with the answer to "why did or didn't it enroll?".</summary>
/// <param name="Id">Its id.</param>
/// <param name="EventName">What was done.</param>
/// <param name="Email">The address of who did it.</param>
/// <param name="ContactId">Who did it.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="OccurredAt">When it happened by the sender's word; null when it did not say.</param>
/// <param name="Origin">How it came in.</param>
/// <param name="Declared">Whether its name is declared now.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments were dropped.</param>
/// <param name="Woken">How many enrollments that waited for it continued with it.</param>
/// <param name="History">Whether it was sent as history: logged and counted without effect.</param>
/// <param name="Properties">The eventProperties, exactly as sent; null when there were none.</param>
/// <param name="ContactProperties">The contactProperties, exactly as sent; null when there were none.</param>
/// <param name="Warnings">What of them was left out, and why.</param>
/// <param name="MessageId">The email that it tells of, when a mail provider reported it.</param>
/// <param name="Decisions">What each automation that listened to the event decided, under its name of now.</param>
public sealed record EventDetailsResponse(
    EventId Id,
    string EventName,
    string Email,
    ContactId ContactId,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? OccurredAt,
    OriginResponse Origin,
    bool Declared,
    int Enrolled,
    int Exited,
    int Woken,
    bool History,
    RawJson? Properties,
    RawJson? ContactProperties,
    IReadOnlyList<ContactWarning> Warnings,
    MessageId? MessageId,
    IReadOnlyList<ExplainedDecision> Decisions);
