namespace Sendra.Infrastructure.Persistence.SqlServer;

/// <summary>What holds other writers off, on SQL Server and servers compatible with it.</summary>
internal static class SqlServerLocks
{
    /// <summary>The number of the error that says that the lock among writers was not to be had.</summary>
    public const int Refused = 51205;

    /// <summary>The lock among writers, beside others who share.</summary>
    public const string Shared = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = 'sendra-ingestion', @LockMode = 'Shared', @LockOwner = 'Transaction', @LockTimeout = 10000;
        IF @granted < 0 THROW 51205, 'Another writer let nobody in.', 1;
        """;

    /// <summary>The lock among writers, against all others.</summary>
    public const string Alone = """
        DECLARE @granted int;
        EXEC @granted = sp_getapplock @Resource = 'sendra-ingestion', @LockMode = 'Exclusive', @LockOwner = 'Transaction', @LockTimeout = 10000;
        IF @granted < 0 THROW 51205, 'Other writers did not finish.', 1;
        """;

    /// <summary>
    /// Locks contacts in the order of their keys, so that two nodes never wait for each other in a circle. The rows are
    /// sorted first and stay so, since the result has to be: a join in which nothing asks for an order may read ahead in any.
    /// </summary>
    public const string ContactsInOrder = """
        SELECT c.id
        FROM (SELECT TOP (1000) r.email FROM {rows} ORDER BY r.email) AS k
        INNER LOOP JOIN contacts AS c WITH (UPDLOCK, ROWLOCK) ON c.workspace_id = {workspace} AND c.email = k.email
        ORDER BY k.email
        """;

    /// <summary>Locks contacts where hints are not known: an update of the row is a lock on every server.</summary>
    public const string ContactsByUpdate = """
        UPDATE c SET last_event_id = c.last_event_id
        FROM (SELECT TOP (1000) r.email FROM {rows} ORDER BY r.email) AS k
        INNER LOOP JOIN contacts AS c ON c.workspace_id = {workspace} AND c.email = k.email
        """;
}
