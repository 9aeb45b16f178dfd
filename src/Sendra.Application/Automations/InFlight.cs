namespace Sendra.Application.Automations;

/// <summary>What happens to active runs when the steps change.</summary>
public enum InFlight
{
    /// <summary>They stay on their version.</summary>
    Stay,

    /// <summary>Runs at a step whose id and type still exist continue from it on the new version. The others stay.</summary>
    Move,
}
