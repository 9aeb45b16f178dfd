namespace Sendra.Application.Ingestion;

/// <summary>A first answer to store with its key.</summary>
/// <param name="Key">The key as it is stored.</param>
/// <param name="First">The answer.</param>
/// <param name="ExpiredAt">When the key's expired answer was given; null if it had none.</param>
public sealed record NewAnswer(WorkspaceId WorkspaceId, string Key, FirstAnswer First, DateTimeOffset? ExpiredAt);
