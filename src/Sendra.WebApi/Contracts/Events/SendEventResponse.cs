using Sendra.Application.Ingestion;
using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>What an event did. It is in the database, for good, when you read this.</summary>
/// <param name="EventId">Its id in the log; null for a dry run.</param>
/// <param name="Enrolled">How many automations enrolled the contact.</param>
/// <param name="Exited">How many active enrollments were dropped.</param>
/// <param name="Woken">How many enrollments that waited for the event continue with it.</param>
/// <param name="Duplicate">True when the Idempotency-Key was used before and this is the first answer again.</param>
/// <param name="Warnings">Contact properties that were left out, or an externalId, and why; and event properties that don't fit a schema which warns (`schemaViolated`).</param>
/// <param name="Decisions">What each automation that listens to the event decided, and why.</param>
public sealed record SendEventResponse(
    EventId? EventId,
    int Enrolled,
    int Exited,
    int Woken,
    bool Duplicate,
    IReadOnlyList<ContactWarning> Warnings,
    IReadOnlyList<ExplainedDecision> Decisions);
