namespace Sendra.WebApi.FunctionalTests.Events.Plans;

/// <summary>A query that was run, and how the database did it.</summary>
/// <param name="Sql">The query.</param>
/// <param name="Plan">What the database says of it.</param>
public sealed record ExplainedCommand(string Sql, string Plan);
