namespace Sendra.Application.Automations;

/// <summary>What becomes of the runs under way when the steps change.</summary>
public enum InFlight
{
    /// <summary>They go on by the version with which they began.</summary>
    Stay,

    /// <summary>Those at a step whose id and type still exist go on from it by the new version; the others stay.</summary>
    Move,
}
