using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Sendra.Client.Common;
using Sendra.Client.Json;

namespace Sendra.Client.Http;

/// <summary>Sends calls, and reads their answers.</summary>
/// <param name="http">Knows the base URL and the key.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class ApiConnection(HttpClient http, TimeProvider clock)
{
    private const int PageSize = 200;

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public TimeProvider Clock => clock;

    public Task<T> GetAsync<T>(Query query, CancellationToken cancellationToken) => GetAsync<T>(query.ToString(), cancellationToken);

    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) => SendAsync<T>(new ApiCall(HttpMethod.Get, path), cancellationToken);

    public async Task<T> SendAsync<T>(ApiCall call, CancellationToken cancellationToken)
    {
        using var response = await OpenAsync(call, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(body, ApiJson.Options, cancellationToken).ConfigureAwait(false) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new HttpRequestException("The answer isn't Sendra's. Is the base URL right?", exception);
        }
    }

    public async Task SendAsync(ApiCall call, CancellationToken cancellationToken) =>
        (await OpenAsync(call, cancellationToken).ConfigureAwait(false)).Dispose();

    /// <summary>An answer that succeeded, to be disposed of.</summary>
    /// <exception cref="SendraException">It didn't.</exception>
    public async Task<HttpResponseMessage> OpenAsync(ApiCall call, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(call.Method, call.Path) { Content = call.Content ?? ContentOf(call.Body) };
        if (call.IdempotencyKey is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", call.IdempotencyKey);
        }

        var isRepeatable = call.IsRepeatable || call.IdempotencyKey is not null || call.Method == HttpMethod.Get || call.Method == HttpMethod.Delete;
        new CallFacts(isRepeatable, call.IsStreamed).Attach(request);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await Problem.ReadAsync(response, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The body of an answer, while it arrives; disposing of it ends the call.</summary>
    public async Task<Stream> DownloadAsync(Query query, CancellationToken cancellationToken)
    {
        var response = await OpenAsync(new ApiCall(HttpMethod.Get, query.ToString()) { IsStreamed = true }, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>All items of a list, page by page.</summary>
    /// <param name="filtered">The list with its filters, made anew for each page.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<T> ListAllAsync<T>(Func<Query> filtered, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var page = await GetAsync<Page<T>>(filtered().Add("limit", PageSize).Add("cursor", cursor), cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private static ByteArrayContent? ContentOf(object? body) => body is null
        ? null
        : new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, body.GetType(), ApiJson.Options)) { Headers = { ContentType = Json } };
}
