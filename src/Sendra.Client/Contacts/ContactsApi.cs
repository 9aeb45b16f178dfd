using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Contacts;

/// <summary>People, one for each address.</summary>
public sealed class ContactsApi
{
    private readonly ApiConnection _api;

    internal ContactsApi(ApiConnection api) => (_api, Imports, CustomFields) = (api, new ContactImportsApi(api), new CustomFieldsApi(api));

    /// <summary>Files of contacts.</summary>
    public ContactImportsApi Imports { get; }

    /// <summary>The fields that contacts have beside their names.</summary>
    public CustomFieldsApi CustomFields { get; }

    /// <summary>Returns a page of contacts.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Contact>> ListAsync(ContactFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Contact>>(ContactFilter.Apply(filter, new Query("api/contacts")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all contacts, page by page.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Contact> ListAllAsync(ContactFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Contact>(() => ContactFilter.Apply(filter, new Query("api/contacts")), cancellationToken);

    /// <summary>Finds the contact with an email, in any spelling that normalizes to it; null if there is none.</summary>
    /// <param name="email">The email.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Contact?> FindByEmailAsync(string email, CancellationToken cancellationToken = default) =>
        FindAsync(new ContactFilter { Email = email }, cancellationToken);

    /// <summary>Finds the contact with an external id; null if there is none.</summary>
    /// <param name="externalId">The id that your own system gives to the person; case counts.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Contact?> FindByExternalIdAsync(string externalId, CancellationToken cancellationToken = default) =>
        FindAsync(new ContactFilter { ExternalId = externalId }, cancellationToken);

    /// <summary>Returns a contact.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Contact> GetAsync(string id, CancellationToken cancellationToken = default) => _api.GetAsync<Contact>(Query.Path("api/contacts", id), cancellationToken);

    /// <summary>Creates a contact, or changes the one that has this email. No automation reacts: only events enroll and exit.</summary>
    /// <param name="contact">The contact; its email is needed.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Contact> SaveAsync(ContactChange contact, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Contact>(new ApiCall(HttpMethod.Post, "api/contacts") { Body = contact, IsRepeatable = true }, cancellationToken);

    /// <summary>Changes a contact.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Contact> ChangeAsync(string id, ContactChange change, CancellationToken cancellationToken = default) =>
        _api.SendAsync<Contact>(new ApiCall(HttpMethod.Patch, Query.Path("api/contacts", id)) { Body = change, IsRepeatable = true }, cancellationToken);

    /// <summary>Erases a person everywhere: the contact, events, enrollments and the contents of deliveries.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call. The erasure itself goes on, and repeating the call finishes it.</param>
    public Task EraseAsync(string id, CancellationToken cancellationToken = default) =>
        _api.SendAsync(new ApiCall(HttpMethod.Delete, Query.Path("api/contacts", id)), cancellationToken);

    /// <summary>Reads what happened to a contact, newest first, page by page.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<TimelineItem> ReadTimelineAsync(string id, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<TimelineItem>(() => new Query(Query.Path("api/contacts", id, "/timeline")), cancellationToken);

    /// <summary>Exports all contacts that match, while the answer arrives. Dispose of the stream.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Stream> ExportAsync(ContactFilter? filter = null, ExportFormat format = ExportFormat.Ndjson, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(ContactFilter.Apply(filter, new Query("api/contacts/export")).Add<ExportFormat>("format", format), cancellationToken);

    /// <summary>Exports everything that is stored about a person as one JSON document. Dispose of the stream.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Stream> ExportPersonAsync(string id, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(new Query(Query.Path("api/contacts", id, "/export")), cancellationToken);

    private async Task<Contact?> FindAsync(ContactFilter filter, CancellationToken cancellationToken) =>
        (await ListAsync(filter, 1, cancellationToken: cancellationToken).ConfigureAwait(false)).Items is [var found, ..] ? found : null;
}
