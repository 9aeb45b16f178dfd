namespace Sendra.Application.Events;

/// <summary>How long the times are over which events are counted together.</summary>
public enum BucketSize
{
    Hour,

    /// <summary>A day, UTC.</summary>
    Day,
}
