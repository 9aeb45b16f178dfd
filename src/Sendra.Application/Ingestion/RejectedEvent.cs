namespace Sendra.Application.Ingestion;

/// <summary>One event of a batch that was refused (E11).</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Errors">What is wrong, by JSON field name.</param>
public sealed record RejectedEvent(int Index, IReadOnlyDictionary<string, string[]> Errors);
