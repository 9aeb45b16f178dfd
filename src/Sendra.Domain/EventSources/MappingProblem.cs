namespace Sendra.Domain.EventSources;

/// <summary>One thing wrong with a mapping or a signature setting.</summary>
/// <param name="Field">The field of the HTTP body: <c>emailPath</c>, <c>eventName.path</c>, <c>contactProperties.firstName</c>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record MappingProblem(string Field, string Message);
