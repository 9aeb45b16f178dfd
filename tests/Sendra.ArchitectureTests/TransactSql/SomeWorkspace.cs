using Sendra.Application.Common;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>A workspace: outside any, every query ends in "no rows" before it gets to the database.</summary>
internal sealed class SomeWorkspace : IWorkspaceContext
{
    public static readonly Guid Id = Guid.AllBitsSet;

    public Guid? CurrentWorkspaceId => Id;
}
