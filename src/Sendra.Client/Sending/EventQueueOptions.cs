using Sendra.Client.Events;

namespace Sendra.Client.Sending;

/// <summary>How events are collected and sent.</summary>
public sealed record EventQueueOptions
{
    /// <summary>How many events may wait in memory. Default: 10,000.</summary>
    public int Capacity { get; set; } = 10_000;

    /// <summary>What happens to an event that finds the queue full. Default: whoever sends it waits.</summary>
    public WhenFull WhenFull { get; set; } = WhenFull.Wait;

    /// <summary>The most events of a batch, 1 to 1,000. Default: 500.</summary>
    public int BatchSize { get; set; } = 500;

    /// <summary>How long an event waits at most for others to go with it. Default: 1 second.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// For how long a batch is tried again while Sendra can't be reached or is busy. Its events are then reported as undelivered, and the next
    /// batch has its turn. Default: 10 minutes.
    /// </summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Told of each event that didn't get into the log. Must be quick; what it throws is logged. They are logged in any case.</summary>
    public Action<UndeliveredEvent>? OnUndelivered { get; set; }

    /// <summary>What is wrong with these options; null when nothing is.</summary>
    internal string? Problem => this switch
    {
        { Capacity: < 1 } => "Capacity must be at least 1.",
        { BatchSize: < 1 or > EventsApi.MaxBatchSize } => $"BatchSize must be 1 to {EventsApi.MaxBatchSize}.",
        _ when MaxDelay < TimeSpan.Zero => "MaxDelay must not be negative.",
        _ when GiveUpAfter < TimeSpan.Zero => "GiveUpAfter must not be negative.",
        _ => null,
    };
}
