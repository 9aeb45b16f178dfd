namespace Sendra.Application.Automations.SimulateAutomation;

/// <summary>The workspace, or the node, runs as many simulations as it may. 429 with Retry-After.</summary>
public sealed class SimulationsBusyException()
    : Exception("A simulation of this workspace, or as many as this node may run, are under way; ask again when one has ended.")
{
    /// <summary>Stable name of the reason.</summary>
    public const string Code = "simulationsBusy";

    /// <summary>When to ask again.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromSeconds(5);
}
