namespace Sendra.Application.Ingestion;

/// <summary>The rules that a request was read by, and what it was read from.</summary>
public sealed record RulesReading(Guid RulesVersion, IReadByRules Of);
