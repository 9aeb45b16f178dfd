namespace Sendra.Application.Ingestion;

/// <summary>By which rules a request was read, and from what.</summary>
public sealed record RulesReading(Guid RulesVersion, IReadByRules Of);
