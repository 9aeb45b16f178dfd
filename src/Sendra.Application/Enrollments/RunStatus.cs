namespace Sendra.Application.Enrollments;

/// <summary>Where a run stands.</summary>
public enum RunStatus
{
    /// <summary>Under way.</summary>
    Active,

    /// <summary>Went through all steps.</summary>
    Completed,

    /// <summary>Dropped by an event, by hand, or with its automation.</summary>
    Exited,

    /// <summary>Under way, but a step failed too often, so that it does not go on by itself.</summary>
    Parked,
}
