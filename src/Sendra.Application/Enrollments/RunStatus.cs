namespace Sendra.Application.Enrollments;

/// <summary>The status of a run.</summary>
public enum RunStatus
{
    /// <summary>In progress.</summary>
    Active,

    /// <summary>Completed all steps.</summary>
    Completed,

    /// <summary>Ended by an event, manually, or with its automation.</summary>
    Exited,

    /// <summary>Still active, but a step failed too often, so it doesn't continue by itself.</summary>
    Parked,
}
