using Sendra.Application.Ingestion;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>Requests that one writer works on; disposing of them lets others take their contacts.</summary>
internal sealed class TakenRequests(RequestQueue queue) : IDisposable
{
    private readonly HashSet<(WorkspaceId WorkspaceId, string Email)> _contacts = [];

    /// <summary>The requests, in order of arrival.</summary>
    public List<PendingRequest> Requests { get; } = [];

    public void Add(PendingRequest pending)
    {
        Requests.Add(pending);
        foreach (var incoming in pending.Request.Events)
        {
            _contacts.Add((pending.Request.WorkspaceId, incoming.Email.Value));
        }
    }

    public bool HasContactOf(IngestionRequest request)
    {
        foreach (var incoming in request.Events)
        {
            if (_contacts.Contains((request.WorkspaceId, incoming.Email.Value)))
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => queue.Release(this);
}
