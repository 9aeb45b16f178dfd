using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Win32.SafeHandles;
using Sendra.Infrastructure.Persistence.Databases;
using SQLitePCL;

namespace Sendra.Infrastructure.Persistence.Sqlite;

/// <summary>
/// Copies committed pages from SQLite's log to the database file, beside whoever writes. SQLite itself would have a writer do it at the end of
/// a commit, and everybody would wait for the disk meanwhile. Only the last few pages are copied while nobody writes, so that the log begins
/// anew. Seldom and many at once, so that pages that every commit changes are copied once.
/// </summary>
internal sealed class SqliteCheckpoints(DatabaseSettings settings, SqliteWriteGate gate) : BackgroundService
{
    /// <summary>How long the log may grow should nobody copy: 320 MB. From there on, writers do it themselves.</summary>
    public const int MaxPages = 80_000;

    // 32 MB of the usual 4 KiB.
    private const int ManyPages = 8_000;

    private const int PagesWritten = 9; // SQLITE_DBSTATUS_CACHE_WRITE

    // Of what is written little by little.
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _many = new(0);
    private SqliteConnection? _connection;
    private SafeFileHandle? _file;
    private long _pages;
    private long _passed;

    /// <summary>Counts what a connection has written since it was asked last.</summary>
    public void Count(SqliteConnection connection)
    {
        raw.sqlite3_db_status(connection.Handle, PagesWritten, out var pages, out _, 1);
        var before = Interlocked.Add(ref _pages, pages) - pages;
        if (before < ManyPages && before + pages >= ManyPages)
        {
            _many.Release();
        }
    }

    public override void Dispose()
    {
        _connection?.Dispose();
        _file?.Dispose();
        _many.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _many.WaitAsync(Interval, stoppingToken);
                await CopyAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                // The disk is full, or the file is not there: writers say so. The log still has everything.
                _connection?.Dispose();
                _connection = null;
            }
        }
    }

    private async Task CopyAsync(CancellationToken cancellationToken)
    {
        if (gate.Passed == _passed)
        {
            return;
        }

        _passed = gate.Passed;
        Interlocked.Exchange(ref _pages, 0);
        _connection ??= Open();
        if (Copy(_connection) < ManyPages)
        {
            return;
        }

        // SQLite flushes the file only with the copy that catches up with all writers, which is the one below, where they wait. So what was copied
        // beside them is flushed here, and then what they wrote meanwhile.
        Flush(_connection);
        Copy(_connection);
        Flush(_connection);
        await gate.EnterAsync(goesFirst: true, cancellationToken);
        try
        {
            Copy(_connection);
        }
        finally
        {
            gate.Leave();
        }
    }

    // How many pages the log has.
    private static int Copy(SqliteConnection connection)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", raw.SQLITE_CHECKPOINT_PASSIVE, out var pages, out _), connection.Handle);
        return pages;
    }

    private void Flush(SqliteConnection connection)
    {
        // Stays open: on Unix, closing any handle of a file releases all locks that the process holds on it, SQLite's too.
        _file ??= File.OpenHandle(connection.DataSource, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.FlushToDisk(_file);
    }

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ToString());
        try
        {
            connection.Open();
            DurableConnections.Apply(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
