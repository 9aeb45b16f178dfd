namespace Sendra.Application.Ingestion;

/// <summary>The workspace's rules are no longer those under which the request was prepared; nothing happened. Prepare it anew.</summary>
public sealed class RulesChangedException() : Exception("The workspace's rules changed meanwhile.");
