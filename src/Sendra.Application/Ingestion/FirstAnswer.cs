namespace Sendra.Application.Ingestion;

/// <summary>The first answer to a key (E8).</summary>
/// <param name="BodyHash">A hash of the request; null if the key alone identifies it (S6).</param>
/// <param name="CreatedAt">When it was given.</param>
public sealed record FirstAnswer(byte[]? BodyHash, IngestionAnswer Answer, DateTimeOffset CreatedAt);
