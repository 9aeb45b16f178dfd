using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Sendra.Domain.Common;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>
/// Holds those who read a row to change it until a number of them have, so that all have read before the first one writes.
/// </summary>
internal sealed class ReadBarrier<T> : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    where T : class, IWorkspaceOwned
{
    private readonly Guid _workspaceId;
    private readonly CountdownEvent _missing;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly int _threads;

    public ReadBarrier(Guid workspaceId, int count)
    {
        _workspaceId = workspaceId;
        _missing = new CountdownEvent(count);

        // Each reader that is held holds a thread.
        ThreadPool.GetMinThreads(out _threads, out var ports);
        ThreadPool.SetMinThreads(_threads + count, ports);
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is EntityEntryEventData { EntityEntry.Entity: T row } data
            && data.EventId.Id == CoreEventId.StartedTracking.Id
            && row.WorkspaceId.Value == _workspaceId)
        {
            _missing.Signal();
            _missing.Wait(TimeSpan.FromSeconds(60));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _subscriptions.ForEach(subscription => subscription.Dispose());
        _missing.Dispose();
        ThreadPool.GetMinThreads(out _, out var ports);
        ThreadPool.SetMinThreads(_threads, ports);
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";
}
