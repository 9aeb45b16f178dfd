namespace Sendra.Infrastructure.Persistence.Rows;

/// <summary>What is done to the runs of an automation in steps. The numbers are stored: add, never renumber.</summary>
internal enum WorkflowJobKind
{
    /// <summary>Runs that were set aside while it was paused are due again.</summary>
    Release = 1,

    /// <summary>It is archived, and its runs end.</summary>
    End = 2,

    /// <summary>Runs of older versions go on by the newest.</summary>
    Move = 3,

    /// <summary>It was stopped, and the runs that it had then end.</summary>
    Stop = 4,
}
