namespace Sendra.Application.EventPatterns;

/// <summary>What an event does to an automation.</summary>
public enum PatternRole
{
    /// <summary>It enrolls.</summary>
    Trigger,

    /// <summary>It drops active enrollments.</summary>
    Exit,
}
