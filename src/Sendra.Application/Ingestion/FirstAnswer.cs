namespace Sendra.Application.Ingestion;

/// <summary>The first answer to a key (E8).</summary>
/// <param name="BodyHash">What was asked; null when the key alone says that it is the same (S6).</param>
/// <param name="CreatedAt">When it was given.</param>
public sealed record FirstAnswer(byte[]? BodyHash, IngestionAnswer Answer, DateTimeOffset CreatedAt);
