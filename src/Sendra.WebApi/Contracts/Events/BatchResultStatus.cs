namespace Sendra.WebApi.Contracts.Events;

/// <summary>Whether an event of a batch took effect.</summary>
public enum BatchResultStatus
{
    /// <summary>It did.</summary>
    Accepted,

    /// <summary>It didn't. The error says why.</summary>
    Rejected,
}
