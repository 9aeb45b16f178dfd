using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Enrollments;

/// <summary>Contacts' runs through automations.</summary>
public sealed class EnrollmentsApi
{
    private readonly ApiConnection _api;

    internal EnrollmentsApi(ApiConnection api) => _api = api;

    /// <summary>Returns a page of enrollments.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Enrollment>> ListAsync(EnrollmentFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Enrollment>>(EnrollmentFilter.Apply(filter, new Query("api/enrollments")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all enrollments, page by page.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Enrollment> ListAllAsync(EnrollmentFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Enrollment>(() => EnrollmentFilter.Apply(filter, new Query("api/enrollments")), cancellationToken);

    /// <summary>Returns an enrollment with its journey.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EnrollmentJourney> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<EnrollmentJourney>(Query.Path("api/enrollments", id), cancellationToken);

    /// <summary>Ends an active enrollment.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EnrollmentJourney> ExitAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EnrollmentJourney>(new ApiCall(HttpMethod.Post, Query.Path("api/enrollments", id, "/exit")), cancellationToken);

    /// <summary>Lets a parked enrollment go on with the step that failed.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EnrollmentJourney> RetryAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EnrollmentJourney>(new ApiCall(HttpMethod.Post, Query.Path("api/enrollments", id, "/retry")), cancellationToken);

    /// <summary>Completes an enrollment of an automation without steps.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EnrollmentJourney> CompleteAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EnrollmentJourney>(new ApiCall(HttpMethod.Post, Query.Path("api/enrollments", id, "/complete")), cancellationToken);

    /// <summary>Moves an enrollment of an automation without steps to a step of your own.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="advance">Where to.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EnrollmentJourney> AdvanceAsync(string id, EnrollmentAdvance advance, CancellationToken cancellationToken = default) =>
        _api.SendAsync<EnrollmentJourney>(new ApiCall(HttpMethod.Post, Query.Path("api/enrollments", id, "/advance")) { Body = advance }, cancellationToken);
}
