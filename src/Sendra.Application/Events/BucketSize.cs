namespace Sendra.Application.Events;

/// <summary>The length of the periods in which events are counted.</summary>
public enum BucketSize
{
    Hour,

    /// <summary>A day, UTC.</summary>
    Day,
}
