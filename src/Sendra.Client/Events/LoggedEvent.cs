using System.Text.Json;

namespace Sendra.Client.Events;

/// <summary>An event of the log.</summary>
public sealed record LoggedEvent
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>What was done.</summary>
    public string EventName { get; init; } = "";

    /// <summary>The address of who did it.</summary>
    public string Email { get; init; } = "";

    /// <summary>Who did it.</summary>
    public string ContactId { get; init; } = "";

    /// <summary>When it arrived.</summary>
    public DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When it happened by the sender's word; null when it did not say.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>How an event was received.</summary>
    public EventOrigin Origin { get; init; } = new();

    /// <summary>Whether its name is declared now.</summary>
    public bool Declared { get; init; }

    /// <summary>How many automations enrolled the contact.</summary>
    public int Enrolled { get; init; }

    /// <summary>How many active enrollments were dropped.</summary>
    public int Exited { get; init; }

    /// <summary>How many enrollments that waited for it continued with it.</summary>
    public int Woken { get; init; }

    /// <summary>Whether it was sent as history: logged and counted without effect.</summary>
    public bool History { get; init; }

    /// <summary>The eventProperties, exactly as sent; null when there were none.</summary>
    public JsonElement? Properties { get; init; }
}
