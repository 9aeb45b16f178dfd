namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What a line of a simulation's answer holds.</summary>
public enum SimulationLineType
{
    /// <summary>How far it has come.</summary>
    Progress,

    /// <summary>The result.</summary>
    Result,
}
