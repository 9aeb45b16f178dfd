namespace Sendra.Domain.Automations;

/// <summary>One thing wrong with an automation's definition.</summary>
/// <param name="Path">The field of the HTTP body: <c>trigger.eventName</c>, <c>steps[2].next</c>.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record DefinitionProblem(string Path, string Message);
