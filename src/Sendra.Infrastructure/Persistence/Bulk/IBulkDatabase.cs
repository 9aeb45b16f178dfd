namespace Sendra.Infrastructure.Persistence.Bulk;

/// <summary>The database as ingestion sees it: sessions, and what its errors mean.</summary>
internal interface IBulkDatabase
{
    /// <summary>How many writers at once are of use.</summary>
    int Writers { get; }

    /// <summary>True when it works on the thread that calls it; otherwise that waits for a server, and is free for others meanwhile.</summary>
    bool IsInProcess { get; }

    Task<BulkSession> OpenAsync(CancellationToken cancellationToken);

    /// <summary>True when another writer was first, or two blocked each other: reading and deciding again mends it.</summary>
    bool IsLostRace(Exception exception);
}
