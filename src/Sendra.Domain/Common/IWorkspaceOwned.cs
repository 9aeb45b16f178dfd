namespace Sendra.Domain.Common;

/// <summary>Belongs to one workspace and can't be seen or touched from another (W4).</summary>
public interface IWorkspaceOwned
{
    WorkspaceId WorkspaceId { get; }
}
