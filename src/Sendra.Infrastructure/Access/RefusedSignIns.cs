using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Access;

/// <summary>
/// Tells the workspace that a person would have come to that somebody gave a wrong password or code for them. Behind the requests' back: how long
/// an answer takes says nothing of whether there is such a person.
/// </summary>
internal sealed partial class RefusedSignIns(
    WorkspaceDbContexts contexts, IActorContext actors, IdGenerator ids, TimeProvider clock, ILogger<RefusedSignIns> logger) : BackgroundService
{
    // Of one account: whoever guesses fills no log.
    private const int MaxPerHour = 20;

    private readonly Channel<Refusal> _refusals = Channel.CreateBounded<Refusal>(
        new BoundedChannelOptions(1_000) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    /// <summary>Notes one, of the request that is under way.</summary>
    public void Note(UserId userId) => _refusals.Writer.TryWrite(new Refusal(userId, actors.Current, clock.GetUtcNow()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var refusal in _refusals.Reader.ReadAllAsync(stoppingToken))
            {
                await TryWriteAsync(refusal, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The node stops.
        }
    }

    private async Task TryWriteAsync(Refusal refusal, CancellationToken stoppingToken)
    {
        try
        {
            await using var anyWorkspace = contexts.For(default);
            var joined = await anyWorkspace.MembershipsOf(refusal.UserId).OrderBy(member => member.JoinedAt).Select(member => member.WorkspaceId).ToListAsync(stoppingToken);
            if (joined.Count > 0)
            {
                var last = await anyWorkspace.Users.Where(user => user.Id == refusal.UserId).Select(user => user.LastWorkspaceId).SingleAsync(stoppingToken);
                await WriteAsync(refusal, last is { } id && joined.Contains(id) ? id : joined[0], stoppingToken);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogUnwritten(logger, exception.GetBaseException().Message);
        }
    }

    private async Task WriteAsync(Refusal refusal, WorkspaceId workspaceId, CancellationToken stoppingToken)
    {
        await using var db = contexts.For(workspaceId);
        var id = refusal.UserId.ToString();
        var anHourAgo = TimeOrderedId.LowerBound<AuditLineId>(refusal.At.AddHours(-1));
        if (await db.AuditLines.CountAsync(line => line.TargetId == id && line.Action == AuditAction.SignInRefused && line.Id > anHourAgo, stoppingToken) < MaxPerHour)
        {
            db.AuditLines.Add(AuditLine.Of(workspaceId, ids.Next<AuditLineId>(), refusal.By, AuditAction.SignInRefused, new AuditTarget(AuditTargetType.Account, id)));
            await db.SaveChangesAsync(stoppingToken);
        }
    }

    private sealed record Refusal(UserId UserId, Actor By, DateTimeOffset At);

    [LoggerMessage(LogLevel.Warning, "A refused sign-in was not written to the audit log: {Problem}")]
    private static partial void LogUnwritten(ILogger logger, string problem);
}
