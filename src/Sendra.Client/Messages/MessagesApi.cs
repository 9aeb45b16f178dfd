using Sendra.Client.Common;
using Sendra.Client.Http;

namespace Sendra.Client.Messages;

/// <summary>Emails that steps of automations make.</summary>
public sealed class MessagesApi
{
    private readonly ApiConnection _api;

    internal MessagesApi(ApiConnection api) => _api = api;

    /// <summary>Returns a page of messages, newest first.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="limit">How many items a page has at most: 1 to 200. Default: 50.</param>
    /// <param name="cursor">The <see cref="Page{T}.NextCursor"/> of the page before.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<Page<Message>> ListAsync(MessageFilter? filter = null, int? limit = null, string? cursor = null, CancellationToken cancellationToken = default) =>
        _api.GetAsync<Page<Message>>(MessageFilter.Apply(filter, new Query("api/messages")).Add("limit", limit).Add("cursor", cursor), cancellationToken);

    /// <summary>Reads all messages, newest first, page by page.</summary>
    /// <param name="filter">Which ones; null for all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<Message> ListAllAsync(MessageFilter? filter = null, CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<Message>(() => MessageFilter.Apply(filter, new Query("api/messages")), cancellationToken);

    /// <summary>Returns a message with its content and what became of it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<MessageDetails> GetAsync(string id, CancellationToken cancellationToken = default) =>
        _api.GetAsync<MessageDetails>(Query.Path("api/messages", id), cancellationToken);
}
