namespace Sendra.Domain.Common;

/// <summary>Belongs to one workspace and can't be seen or touched from another (W4).</summary>
public interface IWorkspaceOwned
{
    /// <summary>The workspace that owns it.</summary>
    WorkspaceId WorkspaceId { get; }
}
