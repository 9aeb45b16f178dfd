namespace Sendra.Domain.Conditions;

/// <summary>Where a field is read.</summary>
public enum FieldRoot
{
    Contact,

    /// <summary>The properties of the event at hand: the arriving one, or in steps the latest that moved the run.</summary>
    Event,

    /// <summary>The properties of the event that made the enrollment.</summary>
    Trigger,
}
