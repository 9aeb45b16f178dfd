using Sendra.Client.Common;

namespace Sendra.Client.Events;

/// <summary>What an event did. It is in the database, for good, when you read this.</summary>
public sealed record SentEvent
{
    /// <summary>Its id in the log; null for a dry run.</summary>
    public string? EventId { get; init; }

    /// <summary>How many automations enrolled the contact.</summary>
    public int Enrolled { get; init; }

    /// <summary>How many active enrollments were dropped.</summary>
    public int Exited { get; init; }

    /// <summary>How many enrollments that waited for the event continue with it.</summary>
    public int Woken { get; init; }

    /// <summary>True when the Idempotency-Key was used before and this is the first answer again.</summary>
    public bool Duplicate { get; init; }

    /// <summary>
    /// Contact properties that were left out, or an externalId, and why; and event properties that don't fit a schema which warns
    /// (<c>schemaViolated</c>).
    /// </summary>
    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    /// <summary>What each automation that listens to the event decided, and why.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];
}
