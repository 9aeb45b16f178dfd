using Sendra.Application.Ingestion;

namespace Sendra.Application.Events.SendEvent;

/// <summary>What one event did, or would have done.</summary>
/// <param name="Outcome">Its effect.</param>
/// <param name="Duplicate">True when this is the first answer again (E8).</param>
public sealed record SendEventResult(EventOutcome Outcome, bool Duplicate);
