namespace Sendra.Application.EventPatterns;

/// <summary>What an event does to an automation.</summary>
public enum PatternRole
{
    /// <summary>It enrolls contacts.</summary>
    Trigger,

    /// <summary>It ends active enrollments.</summary>
    Exit,

    /// <summary>Its steps wait for it.</summary>
    Wait,
}
