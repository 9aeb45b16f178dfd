namespace Sendra.Domain.Enrollments;

/// <summary>What is special about a visit, for programs.</summary>
// The numbers are stored: add, never renumber.
public enum VisitCode
{
    /// <summary>Cancelled: an exit event arrived.</summary>
    ExitEvent = 1,

    /// <summary>Cancelled: somebody ended the run.</summary>
    ByHand = 2,

    /// <summary>Cancelled: the automation was archived.</summary>
    AutomationArchived = 3,

    /// <summary>The date that a wait depends on is missing or no date.</summary>
    DateMissing = 4,

    /// <summary>An update left out a property that is not declared.</summary>
    Undeclared = 5,

    /// <summary>An update left out a value that doesn't fit its property.</summary>
    InvalidValue = 6,

    /// <summary>An update left out a property for which no value was there.</summary>
    ValueMissing = 7,

    /// <summary>An update left out a property whose text could not be rendered.</summary>
    TextFailed = 8,
}
