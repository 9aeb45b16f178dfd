using Sendra.Client.Http;

namespace Sendra.Client.Status;

/// <summary>What a program asks first: is this Sendra, does the key work, and what may it do?</summary>
public sealed class StatusApi
{
    private readonly ApiConnection _api;

    internal StatusApi(ApiConnection api) => _api = api;

    /// <summary>Returns the key's workspace and scopes, and how busy the server is. Any key may ask.</summary>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ServerStatus> GetAsync(CancellationToken cancellationToken = default) => _api.GetAsync<ServerStatus>("api/status", cancellationToken);
}
