using Microsoft.EntityFrameworkCore;
using Sendra.Application.AuditLog;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;
using Sendra.Domain.Common;
using Sendra.Infrastructure.Persistence;
using Sendra.Infrastructure.Persistence.Auditing;

namespace Sendra.Infrastructure.AuditLog;

/// <summary>Each filter reads an index of its own, newest first.</summary>
internal sealed class AuditLines(SendraDbContext db, IWorkspaceContext workspace, AuditTrail trail) : IAuditLines
{
    public async Task<Page<AuditLineResult>> ListAsync(AuditFilter filter, Paging paging, CancellationToken cancellationToken)
    {
        var rows = db.AuditLines.AsNoTracking();
        rows = filter.ActorId is { } actorId ? rows.Where(line => line.ActorId == actorId) : rows;
        rows = filter.Action is { } action ? rows.Where(line => line.Action == action) : rows;
        rows = filter.TargetType is { } type ? rows.Where(line => line.TargetType == type) : rows;
        rows = filter.TargetId is { } targetId ? rows.Where(line => line.TargetId == targetId) : rows;
        if (filter.From is { } from)
        {
            var first = TimeOrderedId.LowerBound<AuditLineId>(from);
            rows = rows.Where(line => line.Id >= first);
        }

        if (filter.To is { } to)
        {
            var end = TimeOrderedId.LowerBound<AuditLineId>(to);
            rows = rows.Where(line => line.Id < end);
        }

        if (paging.AfterId<AuditLineId>() is { } after)
        {
            rows = rows.Where(line => line.Id < after);
        }

        var page = paging.Cut(await rows.OrderByDescending(line => line.Id).Take(paging.Size + 1).ToListAsync(cancellationToken), line => line.Id);
        var emails = await EmailsAsync(page.Items, cancellationToken);
        return page.Select(line => ResultOf(line, emails));
    }

    public async Task TellAsync(AuditAction action, AuditTarget target, CancellationToken cancellationToken)
    {
        var line = trail.Line(workspace.WorkspaceId, action, target);
        db.AuditLines.Add(line);
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(line).State = EntityState.Detached;
    }

    private static AuditLineResult ResultOf(AuditLine line, IReadOnlyDictionary<UserId, string> emails) => new(
        line.Id,
        line.At,
        new AuditActorResult(line.ActorType, line.ActorId, line.ActorType == ActorType.User ? emails.GetValueOrDefault(new UserId(line.ActorId!.Value)) : line.ActorName),
        line.Action,
        new AuditTargetResult(line.TargetType, line.TargetId, PersonIn(line) is { } person ? emails.GetValueOrDefault(person) : line.TargetName),
        line.Details,
        line.Address,
        line.UserAgent);

    // Of people who left, too: they are named as long as the log says what they did.
    private async Task<IReadOnlyDictionary<UserId, string>> EmailsAsync(IReadOnlyList<AuditLine> lines, CancellationToken cancellationToken)
    {
        UserId[] people =
        [
            .. lines.Where(line => line.ActorType == ActorType.User).Select(line => new UserId(line.ActorId!.Value))
                .Concat(lines.Select(PersonIn).OfType<UserId>()).Distinct(),
        ];
        return people.Length == 0
            ? new Dictionary<UserId, string>()
            : await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.Email!, cancellationToken);
    }

    private static UserId? PersonIn(AuditLine line) => line.TargetType is AuditTargetType.Member or AuditTargetType.Account ? new UserId(Guid.Parse(line.TargetId!)) : null;
}
