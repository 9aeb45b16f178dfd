namespace Sendra.WebApi.Contracts.Events;

/// <summary>Whether a CloudEvent of a batch took effect.</summary>
public enum CloudEventStatus
{
    /// <summary>It did.</summary>
    Accepted,

    /// <summary>It has come before, by its <c>source</c> and <c>id</c>. This repeats what it did then.</summary>
    Duplicate,

    /// <summary>It didn't. The error says why.</summary>
    Rejected,
}
