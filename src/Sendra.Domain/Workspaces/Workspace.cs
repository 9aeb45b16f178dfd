using Sendra.Domain.Common;

namespace Sendra.Domain.Workspaces;

/// <summary>The tenant: everything else belongs to one.</summary>
public sealed class Workspace : IWorkspaceOwned
{
    /// <summary>The greatest length of a name, in characters.</summary>
    public const int MaxNameLength = 100;

    private Workspace(Guid id, string name, Guid rulesVersion)
    {
        Id = id;
        Name = name;
        RulesVersion = rulesVersion;
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    // A workspace belongs to itself, so that another one's can't be read or written either (W4).
    Guid IWorkspaceOwned.WorkspaceId => Id;

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>
    /// Another value after every change of what events are decided by (automations, custom fields, event sources). Read with each
    /// batch, so that a change made on any node counts at once.
    /// </summary>
    public Guid RulesVersion { get; private set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => TimeOrderedId.TimeOf(Id);

    /// <summary>Makes a workspace.</summary>
    /// <param name="id">A new id, which carries the time.</param>
    /// <param name="name">What people call it; 1 to <see cref="MaxNameLength"/> characters.</param>
    public static Workspace Create(Guid id, string name) => new(id, name, id);
}
