using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Automations;

/// <summary>Automations enroll contacts when events arrive.</summary>
public sealed class AutomationsApi
{
    private readonly ApiConnection _api;

    internal AutomationsApi(ApiConnection api) => _api = api;

    /// <summary>Returns a page of automations, newest first.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Automation>> ListAsync(AutomationFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Automation>>(AutomationFilter.Apply(filter, new Query("api/automations")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all automations, newest first, page by page.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Automation> ListAllAsync(AutomationFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Automation>(() => AutomationFilter.Apply(filter, new Query("api/automations")), cancellationToken);

    /// <summary>Returns an automation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Automation>(Query.Path("api/automations", id), cancellationToken);

    /// <summary>Creates an automation as a draft.</summary>
    /// <param name="definition">What it does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> CreateAsync(AutomationDefinition definition, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Automation>(new ApiCall(HttpMethod.Post, "api/automations") { Body = definition, IsRepeatable = definition.DryRun }, cancellationToken);

    /// <summary>Changes what an automation does from now on.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="definition">Everything that it does.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SendraException">
    /// Among others <c>changedMeanwhile</c>: it has another version than <see cref="AutomationDefinition.ExpectedVersion"/>.
    /// </exception>
    public Task<Automation> UpdateAsync(string id, AutomationDefinition definition, CancellationToken cancellationToken = default) => _api.SendAsync<Automation>(
        new ApiCall(HttpMethod.Put, Query.Path("api/automations", id)) { Body = definition, IsRepeatable = definition.DryRun || definition.ExpectedVersion is null }, cancellationToken);

    /// <summary>Activates an automation, so that it enrolls contacts.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> ActivateAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Automation>(new ApiCall(HttpMethod.Post, Query.Path("api/automations", id, "/activate")), cancellationToken);

    /// <summary>Pauses an automation: it stops enrolling. Exit events still end enrollments.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> PauseAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Automation>(new ApiCall(HttpMethod.Post, Query.Path("api/automations", id, "/pause")), cancellationToken);

    /// <summary>Archives an automation for good.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> ArchiveAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Automation>(new ApiCall(HttpMethod.Post, Query.Path("api/automations", id, "/archive")), cancellationToken);

    /// <summary>Copies an automation to a new draft.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Automation> DuplicateAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Automation>(new ApiCall(HttpMethod.Post, Query.Path("api/automations", id, "/duplicate")), cancellationToken);

    /// <summary>Shows what an automation would do with an event. Waits are skipped, and nothing is sent or saved.</summary>
    /// <param name="test">The automation, the contact and the event.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<TestResult> TestAsync(AutomationTest test, CancellationToken cancellationToken = default) =>
        _api.SendAsync<TestResult>(new ApiCall(HttpMethod.Post, "api/automations/test") { Body = test, IsRepeatable = true }, cancellationToken);

    /// <summary>Reads the versions of an automation's steps, newest first, page by page.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<AutomationVersion> ListVersionsAsync(string id, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<AutomationVersion>(() => new Query(Query.Path("api/automations", id, "/versions")), cancellationToken);
}
