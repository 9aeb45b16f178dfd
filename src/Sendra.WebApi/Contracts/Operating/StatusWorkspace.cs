namespace Sendra.WebApi.Contracts.Operating;

/// <summary>A workspace.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record StatusWorkspace(WorkspaceId Id, string Name);
