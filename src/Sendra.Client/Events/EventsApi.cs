using System.Net.Http.Headers;
using System.Text.Json;
using Sendra.Client.Common;
using Sendra.Client.Http;
using Sendra.Client.Json;

namespace Sendra.Client.Events;

/// <summary>Events on their way in, and the log of those that arrived.</summary>
public sealed class EventsApi
{
    /// <summary>The most events of a batch.</summary>
    public const int MaxBatchSize = 1_000;

    private readonly ApiConnection _api;

    internal EventsApi(ApiConnection api) => _api = api;

    /// <summary>Sends one event. It is stored durably when this returns.</summary>
    /// <param name="sent">The event.</param>
    /// <param name="idempotencyKey">
    /// 1 to 255 printable ASCII characters that tell this call from others for 7 days: the same call can be sent again without a second effect.
    /// Left out, each call gets a key of its own, which its retries keep.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SendraException">Among others <c>validationFailed</c>, <c>contactUnknown</c>, <c>schemaViolated</c>.</exception>
    public Task<SentEvent> SendAsync(SendEvent sent, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        _api.SendAsync<SentEvent>(new ApiCall(HttpMethod.Post, "api/events/send") { Body = sent, IdempotencyKey = idempotencyKey ?? NewKey() }, cancellationToken);

    /// <summary>Sends up to 1,000 events, with the same effect as one by one in their order. A bad one is rejected alone.</summary>
    /// <param name="events">The events; 16 MiB at most.</param>
    /// <param name="idempotencyKey">As with <see cref="SendAsync"/>, for the whole batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="SendraException">Among others <c>bodyTooLarge</c> and <c>batchTooLarge</c>: send fewer at a time.</exception>
    public Task<SentBatch> SendBatchAsync(IReadOnlyList<SendEvent> events, string? idempotencyKey = null, CancellationToken cancellationToken = default) =>
        _api.SendAsync<SentBatch>(
            new ApiCall(HttpMethod.Post, "api/events/batch") { Body = new EventBatch { Events = events }, IdempotencyKey = idempotencyKey ?? NewKey() }, cancellationToken);

    /// <summary>Sends a batch that is JSON already, as <c>{ "events": [ … ] }</c>.</summary>
    /// <param name="json">The body, in UTF-8.</param>
    /// <param name="idempotencyKey">As with <see cref="SendAsync"/>, for the whole batch.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<SentBatch> SendBatchJsonAsync(ReadOnlyMemory<byte> json, string idempotencyKey, CancellationToken cancellationToken = default)
    {
        var content = new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        return _api.SendAsync<SentBatch>(new ApiCall(HttpMethod.Post, "api/events/batch") { Content = content, IdempotencyKey = idempotencyKey }, cancellationToken);
    }

    /// <summary>Returns a page of the log, newest first.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<LoggedEvent>> ListAsync(EventFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<LoggedEvent>>(EventFilter.Apply(filter, new Query("api/events")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads the log, newest first, page by page.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<LoggedEvent> ListAllAsync(EventFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<LoggedEvent>(() => EventFilter.Apply(filter, new Query("api/events")), cancellationToken);

    /// <summary>Returns an event, with what each automation decided and why.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventDetails> GetAsync(string id, CancellationToken cancellationToken = default) => _api.GetAsync<EventDetails>(Query.Path("api/events", id), cancellationToken);

    /// <summary>Counts received events, enrollments and exits by hour or day.</summary>
    /// <param name="filter">What to count; null for all events by day.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<EventCounts> CountAsync(CountFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<EventCounts>(CountFilter.Apply(filter, new Query("api/events/stats")), cancellationToken);

    /// <summary>Exports all events that match, newest first, while the answer arrives. Dispose of the stream.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="format">How they are written.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Stream> ExportAsync(EventFilter? filter = null, ExportFormat format = ExportFormat.Ndjson, CancellationToken cancellationToken = default) =>
        _api.DownloadAsync(EventFilter.Apply(filter, new Query("api/events/export")).Add<ExportFormat>("format", format), cancellationToken);

    /// <summary>Exports all events that match as objects, newest first, while the answer arrives.</summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<LoggedEvent> ReadExportAsync(
        EventFilter? filter = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = new StreamReader(await ExportAsync(filter, ExportFormat.Ndjson, cancellationToken).ConfigureAwait(false));
        while (await reader.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return JsonSerializer.Deserialize<LoggedEvent>(line, ApiJson.Options)!;
        }
    }

    /// <summary>
    /// Follows the log live, without end: each event arrives about a second after it was received. A connection that breaks is made anew, and
    /// what arrived meanwhile comes first; nothing comes twice.
    /// </summary>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="options">Where to begin, and who is told of breaks.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="SendraException">The stream was refused for good: the key lacks the scope <c>read</c>, or a filter is wrong.</exception>
    public IAsyncEnumerable<LoggedEvent> TailAsync(EventFilter? filter = null, TailOptions? options = null, CancellationToken cancellationToken = default) =>
        new EventTail(_api, this, filter, options ?? new TailOptions()).ReadAsync(cancellationToken);

    private static string NewKey() => Guid.NewGuid().ToString("N");
}
