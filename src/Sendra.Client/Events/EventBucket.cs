namespace Sendra.Client.Events;

/// <summary>What the log has for an hour or a day.</summary>
public sealed record EventBucket
{
    /// <summary>When it begins, UTC.</summary>
    public DateTimeOffset From { get; init; }

    /// <summary>How many events arrived.</summary>
    public long Received { get; init; }

    /// <summary>How many enrollments they created.</summary>
    public long Enrolled { get; init; }

    /// <summary>How many enrollments they ended. Manual exits don't count.</summary>
    public long Exited { get; init; }
}
