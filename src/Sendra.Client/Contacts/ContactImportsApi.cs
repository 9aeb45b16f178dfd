using System.Net.Http.Headers;
using System.Text.Json;
using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Contacts;

/// <summary>Files of contacts, which are saved in the background once they have arrived.</summary>
public sealed class ContactImportsApi
{
    private readonly ApiConnection _api;

    internal ContactImportsApi(ApiConnection api) => _api = api;

    /// <summary>
    /// Sends a file of up to 100 MiB and 1,000,000 lines, in UTF-8. A workspace runs one import at a time. If the connection breaks, look at
    /// <see cref="ListAsync"/> before you send the file again; saving its contacts twice does no harm.
    /// </summary>
    /// <param name="file">The file, which is read while it is sent. It stays open.</param>
    /// <param name="format">How it is written; CSV needs a header line.</param>
    /// <param name="mapping">Which column becomes which property; null to go by the columns' names.</param>
    /// <param name="fileName">A name to be shown.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SendraException">Among others <c>importRunning</c>: another import isn't finished.</exception>
    public Task<StartedImport> StartAsync(
        Stream file,
        ExportFormat format,
        IReadOnlyDictionary<string, string>? mapping = null,
        string? fileName = null,
        CancellationToken cancellationToken = default)
    {
        var query = new Query("api/contacts/import").Add("mapping", mapping is null ? null : JsonSerializer.Serialize(mapping)).Add("fileName", fileName);
        var content = new FileContent(file) { Headers = { ContentType = new MediaTypeHeaderValue(format == ExportFormat.Csv ? "text/csv" : "application/x-ndjson") } };
        return _api.SendAsync<StartedImport>(new ApiCall(HttpMethod.Post, query.ToString()) { Content = content }, cancellationToken);
    }

    /// <summary>Returns a page of imports, newest first. They are kept for 14 days.</summary>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<ContactImport>> ListAsync(int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<ContactImport>>(new Query("api/contacts/import").Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Shows how far an import is, and the first 100 lines that were refused or saved without a value.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<ContactImport> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<ContactImport>(Query.Path("api/contacts/import", id), cancellationToken);

    /// <summary>
    /// Downloads every line that was refused, or saved without a value, as CSV: <c>line</c>, <c>outcome</c>, <c>problem</c> and the text of
    /// refused lines. Dispose of the stream.
    /// </summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Stream> DownloadErrorsAsync(string id, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(new Query(Query.Path("api/contacts/import", id, "/errors")), cancellationToken);

    /// <summary>Waits until an import is finished.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="progress">Told at each look.</param>
    /// <param name="cancellationToken">Ends the waiting; the import goes on.</param>
    public async Task<ContactImport> WaitAsync(string id, IProgress<ContactImport>? progress = null, CancellationToken cancellationToken = default)
    {
        for (var wait = TimeSpan.FromMilliseconds(100); ; wait = wait * 2 < Patience ? wait * 2 : Patience)
        {
            var import = await GetAsync(id, cancellationToken).ConfigureAwait(false);
            progress?.Report(import);
            if (import.Status is ImportStatus.Completed or ImportStatus.Interrupted)
            {
                return import;
            }

            await Task.Delay(wait, _api.Clock, cancellationToken).ConfigureAwait(false);
        }
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
}
