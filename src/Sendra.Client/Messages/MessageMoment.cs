namespace Sendra.Client.Messages;

/// <summary>Something that happened to a message.</summary>
public sealed record MessageMoment
{
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>What happened to a message.</summary>
    public MessageMomentType Type { get; init; }

    /// <summary>More about it, as a sentence; null where nothing is to add.</summary>
    public string? Detail { get; init; }

    /// <summary>The contact's event that tells the same; null where there is none.</summary>
    public string? EventId { get; init; }
}
