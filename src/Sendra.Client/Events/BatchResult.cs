using Sendra.Client.Common;

namespace Sendra.Client.Events;

/// <summary>What one event of a batch came to.</summary>
public sealed record BatchResult
{
    /// <summary>Its place in the batch, from 0.</summary>
    public int Index { get; init; }

    /// <summary>Whether an event of a batch took effect.</summary>
    public BatchResultStatus Status { get; init; }

    /// <summary>Its id in the log.</summary>
    public string? EventId { get; init; }

    /// <summary>How many automations enrolled the contact.</summary>
    public int? Enrolled { get; init; }

    /// <summary>How many active enrollments were dropped.</summary>
    public int? Exited { get; init; }

    /// <summary>How many enrollments that waited for the event continue with it.</summary>
    public int? Woken { get; init; }

    /// <summary>
    /// Contact properties that were left out, or an externalId, and why; and event properties that don't fit a schema which warns
    /// (<c>schemaViolated</c>).
    /// </summary>
    public IReadOnlyList<Warning>? Warnings { get; init; }

    /// <summary>Why an event of a batch was rejected.</summary>
    public BatchError? Error { get; init; }
}
