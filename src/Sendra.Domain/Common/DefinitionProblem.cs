namespace Sendra.Domain.Common;

/// <summary>One thing wrong with what was written.</summary>
/// <param name="Path">The field of the HTTP body: <c>trigger.eventName</c>, <c>steps[2].next</c>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record DefinitionProblem(string Path, string Message);
