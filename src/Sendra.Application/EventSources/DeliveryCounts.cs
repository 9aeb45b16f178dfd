namespace Sendra.Application.EventSources;

/// <summary>How many deliveries came to what.</summary>
/// <param name="Processed">Those that became events.</param>
/// <param name="Skipped">Those that could not be mapped; replay them once the mapping is mended.</param>
/// <param name="Duplicate">Those that repeated an earlier one.</param>
/// <param name="Refused">Those whose signature was not right.</param>
public sealed record DeliveryCounts(long Processed, long Skipped, long Duplicate, long Refused)
{
    /// <summary>Nothing has arrived yet.</summary>
    public static DeliveryCounts None { get; } = new(0, 0, 0, 0);
}
