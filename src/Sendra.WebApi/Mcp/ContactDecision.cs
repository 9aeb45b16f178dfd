using Sendra.Application.Ingestion;

namespace Sendra.WebApi.Mcp;

/// <summary>What an automation decided on an event of a contact.</summary>
/// <param name="EventId">The event.</param>
/// <param name="ReceivedAt">When it arrived.</param>
/// <param name="Decision">What was decided, and why.</param>
internal sealed record ContactDecision(EventId EventId, DateTimeOffset ReceivedAt, ExplainedDecision Decision);
