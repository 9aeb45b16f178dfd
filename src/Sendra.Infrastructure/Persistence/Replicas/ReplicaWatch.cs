using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Sendra.Infrastructure.Background;
using Sendra.Infrastructure.Persistence.Databases;
using Sendra.Infrastructure.Persistence.Rows;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Persistence.Replicas;

/// <summary>
/// Writes the time into the database each second and looks which time the replica shows: what was committed before that one is there,
/// whatever keeps the rest from coming.
/// </summary>
internal sealed partial class ReplicaWatch(
    ReadReplica replica, DatabaseSettings settings, WorkspaceDbContexts contexts, TimeProvider clock, ILogger<ReplicaWatch> logger)
    : PeriodicService(TimeSpan.FromSeconds(1), first: TimeSpan.Zero, clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private long? _id;

    // Before this, the replica may have another schema than this node knows.
    private DateTimeOffset? _since;
    private bool? _wasRead;

    protected override async Task RunOnceAsync(CancellationToken stoppingToken)
    {
        // What is written for the first time has had no time to arrive.
        var isFirst = _since is null;

        // While the database is away, the replica shows an older and older time by itself.
        await TryAsync(BeatAsync, stoppingToken);
        if (isFirst)
        {
            return;
        }

        if (await TryAsync(ReadAsync, stoppingToken) is { } problem)
        {
            replica.Lost();
            Tell(problem);
        }
        else
        {
            Tell("it is too far behind");
        }
    }

    // Only what goes wrong while the node stops gets here; the rest is told where it happens.
    protected override void OnFailed(Exception exception) => Tell(exception.GetBaseException().Message);

    /// <summary>Null when it went well, else what went wrong.</summary>
    private async Task<string?> TryAsync(Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        using var patience = new CancellationTokenSource(Patience, Clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, patience.Token);
        try
        {
            await work(either.Token);
            return null;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            return patience.IsCancellationRequested ? "it doesn't answer" : exception.GetBaseException().Message;
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        var now = Clock.GetUtcNow();
        _id ??= await db.ReplicaBeats.OrderBy(beat => beat.Id).Select(beat => (long?)beat.Id).FirstOrDefaultAsync(cancellationToken) ?? await AddAsync(db, now, cancellationToken);
        if (await db.ReplicaBeats.Where(beat => beat.Id == _id).ExecuteUpdateAsync(row => row.SetProperty(beat => beat.At, now), cancellationToken) == 0)
        {
            _id = null;
        }
        else
        {
            _since ??= now;
        }
    }

    private static async Task<long> AddAsync(SendraDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var beat = new ReplicaBeat { Id = Random.Shared.NextInt64(), At = now };
        db.ReplicaBeats.Add(beat);
        await db.SaveChangesAsync(cancellationToken);
        return beat.Id;
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.For(default);
        db.Database.SetConnectionString(settings.Replica!.ConnectionString);
        var at = await db.ReplicaBeats.Where(beat => beat.Id == _id).Select(beat => (DateTimeOffset?)beat.At).FirstOrDefaultAsync(cancellationToken);
        if (at is null || at < _since)
        {
            throw new InvalidOperationException("it doesn't show what this node wrote into the database: it is far behind, or a copy of another database");
        }

        replica.Answered(at.Value);

        // It has arrived, whatever becomes of the clock.
        _since = DateTimeOffset.MinValue;
    }

    private void Tell(string problem)
    {
        var isRead = replica.AsOf is not null;
        if (_wasRead == isRead)
        {
            return;
        }

        _wasRead = isRead;
        if (isRead)
        {
            LogRead(logger);
        }
        else
        {
            LogNotRead(logger, problem);
        }
    }

    [LoggerMessage(LogLevel.Information, "The read replica is read")]
    private static partial void LogRead(ILogger logger);

    [LoggerMessage(LogLevel.Warning, "The read replica is not read, and the database itself is: {Problem}")]
    private static partial void LogNotRead(ILogger logger, string problem);
}
