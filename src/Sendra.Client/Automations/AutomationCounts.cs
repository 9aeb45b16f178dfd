namespace Sendra.Client.Automations;

/// <summary>The numbers of enrollments by status.</summary>
public sealed record AutomationCounts
{
    /// <summary>Active now.</summary>
    public int Active { get; init; }

    /// <summary>Completed all steps.</summary>
    public int Completed { get; init; }

    /// <summary>Ended by an event or manually.</summary>
    public int Exited { get; init; }
}
