using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Sendra.Domain.Workspaces;

namespace Sendra.Infrastructure.Persistence.Workspaces;

/// <summary>A table whose rows belong to workspaces.</summary>
/// <param name="Name">Its name.</param>
/// <param name="WorkspaceColumn">The column with the workspace.</param>
internal sealed record WorkspaceTable(string Name, string WorkspaceColumn)
{
    /// <summary>All of them except that of the workspaces, those first that others don't point to. From the model, so that none can be forgotten.</summary>
    public static IReadOnlyList<WorkspaceTable> All(IModel model)
    {
        var tables = new List<WorkspaceTable>();
        var seen = new HashSet<IEntityType>();
        foreach (var type in model.GetEntityTypes())
        {
            Add(type);
        }

        return tables;

        void Add(IEntityType type)
        {
            if (type.ClrType == typeof(Workspace) || !seen.Add(type))
            {
                return;
            }

            foreach (var reference in type.GetReferencingForeignKeys())
            {
                Add(reference.DeclaringEntityType);
            }

            if (type.FindProperty("WorkspaceId") is { } workspace)
            {
                tables.Add(new WorkspaceTable(type.GetTableName()!, workspace.GetColumnName()));
            }
        }
    }
}
