namespace Sendra.Client.EventSources;

/// <summary>The outcome of a delivery. When you get this, it is stored durably.</summary>
public sealed record DeliveryOutcome
{
    /// <summary>The outcome of a delivery, or of one of its items.</summary>
    public DeliveryStatus Status { get; init; }

    /// <summary>The event it became.</summary>
    public string? EventId { get; init; }

    /// <summary>How many automations enrolled the contact.</summary>
    public int? Enrolled { get; init; }

    /// <summary>How many active enrollments ended.</summary>
    public int? Exited { get; init; }

    /// <summary>How many enrollments that waited for the event continue with it.</summary>
    public int? Woken { get; init; }

    /// <summary>Why it was skipped, for programs.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence: which path, what was there, what to do.</summary>
    public string? Reason { get; init; }

    /// <summary>Of a list: how many items became events.</summary>
    public int? Processed { get; init; }

    /// <summary>Of a list: how many items were skipped. They can be replayed.</summary>
    public int? Skipped { get; init; }

    /// <summary>Of a list: the outcome of each item.</summary>
    public IReadOnlyList<DeliveredItem>? Items { get; init; }
}
