using Sendra.Application.Common;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>A workspace: outside any, every query ends in "no rows" before it gets to the database.</summary>
internal sealed class SomeWorkspace : IWorkspaceContext
{
    public static readonly WorkspaceId Id = new(Guid.AllBitsSet);

    public WorkspaceId? CurrentWorkspaceId => Id;
}
