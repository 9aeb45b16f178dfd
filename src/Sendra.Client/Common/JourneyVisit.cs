namespace Sendra.Client.Common;

/// <summary>One run at one step.</summary>
public sealed record JourneyVisit
{
    /// <summary>The step's id.</summary>
    public string StepId { get; init; } = "";

    /// <summary>The step's name.</summary>
    public string? Name { get; init; }

    /// <summary>The step's type; null if its version is no longer known.</summary>
    public string? Type { get; init; }

    /// <summary>When the run entered the step.</summary>
    public DateTimeOffset EnteredAt { get; init; }

    /// <summary>When the run left; null while it is there.</summary>
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>The outcome of a visit to a step.</summary>
    public JourneyOutcome Outcome { get; init; }

    /// <summary>The path that it took, if there are several.</summary>
    public string? Path { get; init; }

    /// <summary>What is special about it, for programs.</summary>
    public string? Code { get; init; }

    /// <summary>The same as a sentence.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The email that it sends, under /api/messages; null where it sends none.</summary>
    public string? MessageId { get; init; }

    /// <summary>The event that the run received or sent there; null if there is none.</summary>
    public string? EventId { get; init; }
}
