namespace Sendra.Infrastructure.Committing;

internal enum GiveUpReason
{
    /// <summary>Other writers were first each time.</summary>
    LostEveryRace,

    /// <summary>The database can't be reached.</summary>
    StorageUnavailable,
}
