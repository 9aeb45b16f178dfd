namespace Sendra.WebApi.Contracts.Automations;

/// <summary>The type of a line of a simulation's response.</summary>
public enum SimulationLineType
{
    /// <summary>The progress so far.</summary>
    Progress,

    /// <summary>The result.</summary>
    Result,
}
