namespace Sendra.Infrastructure.Ingestion;

/// <summary>Requests that one writer works on; disposing of them lets others take their contacts.</summary>
internal sealed class TakenRequests(RequestQueue queue) : IDisposable
{
    private readonly Dictionary<(WorkspaceId WorkspaceId, string Contact), PendingRequest> _contacts = [];

    /// <summary>The requests, in the order in which they take effect.</summary>
    public List<PendingRequest> Requests { get; } = [];

    /// <summary>Adds an event.</summary>
    /// <param name="pending">Its request.</param>
    /// <param name="contacts">Its contact, by each of its <see cref="OrderKeys"/>.</param>
    public void Hold(PendingRequest pending, ReadOnlySpan<string> contacts)
    {
        foreach (var contact in contacts)
        {
            _contacts[(pending.WorkspaceId, contact)] = pending;
        }
    }

    /// <summary>The last request with this contact.</summary>
    public PendingRequest? HolderOf(WorkspaceId workspaceId, string contact) => _contacts.GetValueOrDefault((workspaceId, contact));

    public void Dispose() => queue.Release(this);
}
