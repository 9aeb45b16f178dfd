using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Ingestion;

/// <summary>An event that was decided in memory: what is saved, and what is returned.</summary>
/// <param name="Event">The row of the log.</param>
/// <param name="Contact">Its contact, as it is after the batch.</param>
/// <param name="Outcome">The answer.</param>
public sealed record DecidedEvent(ReceivedEvent Event, Contact Contact, EventOutcome Outcome);
