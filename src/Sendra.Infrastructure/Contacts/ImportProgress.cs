namespace Sendra.Infrastructure.Contacts;

/// <summary>What came of a chunk.</summary>
/// <param name="Id">The import.</param>
/// <param name="Problems">What was wrong with its lines, as a JSON list; null when nothing was.</param>
internal sealed record ImportProgress(
    WorkspaceId WorkspaceId, ContactImportId Id, int Chunk, int Created, int Updated, int Refused, int Warned, string? Problems, DateTimeOffset At);
