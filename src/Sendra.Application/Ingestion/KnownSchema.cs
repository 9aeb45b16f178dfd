using Sendra.Domain.EventPatterns;

namespace Sendra.Application.Ingestion;

/// <summary>What the events of a name must have.</summary>
/// <param name="Enforcement">What happens to those that don't; not none.</param>
public sealed record KnownSchema(string EventName, EventSchema Schema, Enforcement Enforcement);
