namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>The database as ingestion sees it: sessions, and what its errors mean.</summary>
internal interface IBulkDatabase
{
    /// <summary>How many writers at once are of use.</summary>
    int Writers { get; }

    /// <summary>True if it computes on the thread that calls it; false if that waits for a server.</summary>
    bool IsInProcess { get; }

    Task<BulkSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>True when another writer was first, or two blocked each other: reading and deciding again mends it.</summary>
    bool IsLostRace(Exception exception);
}
