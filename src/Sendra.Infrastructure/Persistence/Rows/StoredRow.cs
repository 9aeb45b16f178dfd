namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>A row that is to be erased.</summary>
/// <param name="Id">The row.</param>
internal readonly record struct StoredRow<T>(WorkspaceId WorkspaceId, T Id)
    where T : struct, IId<T>;
