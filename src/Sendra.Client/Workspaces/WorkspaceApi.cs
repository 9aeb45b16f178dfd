using Sendra.Client.Http;

namespace Sendra.Client.Workspaces;

/// <summary>The workspace of the key.</summary>
public sealed class WorkspaceApi
{
    private readonly ApiConnection _api;

    internal WorkspaceApi(ApiConnection api) => _api = api;

    /// <summary>Returns the workspace's settings.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<WorkspaceSettings> GetSettingsAsync(CancellationToken cancellationToken = default) =>
        _api.GetAsync<WorkspaceSettings>("api/workspace/settings", cancellationToken);

    /// <summary>Changes the workspace's settings. What isn't assigned stays as it is.</summary>
    /// <param name="change">The settings to change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<WorkspaceSettings> ChangeSettingsAsync(WorkspaceSettingsChange change, CancellationToken cancellationToken = default) =>
        _api.SendAsync<WorkspaceSettings>(new ApiCall(HttpMethod.Put, "api/workspace/settings") { Body = change, IsRepeatable = true }, cancellationToken);
}
