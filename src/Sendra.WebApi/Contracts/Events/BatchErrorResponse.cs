namespace Sendra.WebApi.Contracts.Events;

/// <summary>Why an event of a batch was rejected.</summary>
/// <param name="Code">Stable: <c>validationFailed</c>, <c>contactUnknown</c> when no contact has the <c>externalId</c>, or <c>schemaViolated</c> when it does not fit the schema of its pattern.</param>
/// <param name="Errors">What is wrong, by JSON field name.</param>
public sealed record BatchErrorResponse(string Code, IReadOnlyDictionary<string, string[]> Errors);
