namespace Sendra.Client.Events;

/// <summary>Why an event of a batch was rejected.</summary>
public sealed record BatchError
{
    /// <summary>
    /// Stable: <c>validationFailed</c>, <c>contactUnknown</c> when no contact has the <c>externalId</c>, or <c>schemaViolated</c> when it
    /// does not fit the schema of its pattern.
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>What is wrong, by JSON field name.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
