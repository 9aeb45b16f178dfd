namespace Sendra.Client.Automations;

/// <summary>What happens to active runs when the steps change.</summary>
public enum InFlight
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Stay,
    Move,
}
