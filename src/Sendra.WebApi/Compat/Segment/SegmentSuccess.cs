namespace Sendra.WebApi.Compat.Segment;

/// <summary>All of it is in the database: as events, as changes of contacts, or as skipped deliveries of the key's source.</summary>
public sealed record SegmentSuccess
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;
}
