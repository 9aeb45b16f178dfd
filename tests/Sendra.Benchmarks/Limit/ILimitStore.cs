namespace Sendra.Benchmarks.Limit;

/// <summary>Saves events with what they do.</summary>
internal interface ILimitStore
{
    /// <summary>Commits a group, in order, and sets how many runs each event dropped.</summary>
    Task CommitAsync(List<LimitEvent> group);
}
