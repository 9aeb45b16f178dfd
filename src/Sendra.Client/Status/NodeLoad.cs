namespace Sendra.Client.Status;

/// <summary>How busy the node is that answered.</summary>
public sealed record NodeLoad
{
    /// <summary>How many events wait to be stored, about. At 20,000 further ones are refused with 503.</summary>
    public int WaitingEvents { get; init; }

    /// <summary>How long the first of them has waited; 0 when none waits.</summary>
    public double WaitedSeconds { get; init; }

    /// <summary>How late the oldest due step of an automation was when the node last looked; 0 when none was due.</summary>
    public double StepsBehindSeconds { get; init; }
}
