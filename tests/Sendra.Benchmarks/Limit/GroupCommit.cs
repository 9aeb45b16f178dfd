using System.Threading.Channels;

namespace Sendra.Benchmarks.Limit;

/// <summary>Lets all events that wait share a commit.</summary>
internal sealed class GroupCommit
{
    private const int MaxGroup = 256;

    private readonly Channel<LimitEvent> _queue = Channel.CreateUnbounded<LimitEvent>();

    public GroupCommit(IEnumerable<ILimitStore> stores)
    {
        foreach (var store in stores)
        {
            Task.Run(() => RunAsync(store));
        }
    }

    public Task<LimitAnswer> SaveAsync(LimitEvent one)
    {
        _queue.Writer.TryWrite(one);
        return one.Answer;
    }

    private async Task RunAsync(ILimitStore store)
    {
        var group = new List<LimitEvent>(MaxGroup);
        while (await _queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaxGroup && _queue.Reader.TryRead(out var one))
            {
                group.Add(one);
            }

            try
            {
                await store.CommitAsync(group);
                group.ForEach(one => one.Complete());
            }
            catch (Exception exception)
            {
                group.ForEach(one => one.Fail(exception));
            }
        }
    }
}
