namespace Sendra.Client.Automations;

/// <summary>How many active runs on other versions move to the saved one.</summary>
public sealed record InFlightRuns
{
    /// <summary>Runs that moved, or would move if nothing is saved.</summary>
    public long Moved { get; init; }

    /// <summary>Runs that stay on their version.</summary>
    public long Stayed { get; init; }

    /// <summary>Runs that will soon move, in the background.</summary>
    public long Pending { get; init; }
}
