namespace Sendra.Client.Events;

/// <summary>The length of the periods in which events are counted.</summary>
public enum BucketSize
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Hour,
    Day,
}
