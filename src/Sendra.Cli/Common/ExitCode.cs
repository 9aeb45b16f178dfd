namespace Sendra.Cli.Common;

/// <summary>What scripts see.</summary>
internal enum ExitCode
{
    Done = 0,

    /// <summary>Sendra or the machine said no.</summary>
    Failed = 1,

    /// <summary>The command makes no sense.</summary>
    WrongUsage = 2,

    /// <summary>Sendra can't be reached, or is busy.</summary>
    Unreachable = 3,

    /// <summary>There is no key, or it isn't enough.</summary>
    NotAllowed = 4,

    /// <summary>Done, but for lines or items that were refused.</summary>
    DoneInPart = 5,

    /// <summary>There are differences, and nobody agreed to save them.</summary>
    Different = 6,

    Interrupted = 130,
}
