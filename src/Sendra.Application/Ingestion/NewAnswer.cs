namespace Sendra.Application.Ingestion;

/// <summary>A first answer that is to be kept with its key.</summary>
/// <param name="Key">The key as it is stored.</param>
/// <param name="First">The answer.</param>
/// <param name="ExpiredAt">When the answer was given that the key had so long ago that it may be used again; null when it had none.</param>
public sealed record NewAnswer(WorkspaceId WorkspaceId, string Key, FirstAnswer First, DateTimeOffset? ExpiredAt);
