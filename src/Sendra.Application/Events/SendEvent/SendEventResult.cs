using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEvent;

/// <summary>What one event did, or would have done.</summary>
/// <param name="Outcome">Its effect.</param>
/// <param name="Duplicate">True if this repeats the first answer (E8).</param>
public sealed record SendEventResult(EventOutcome Outcome, bool Duplicate);
