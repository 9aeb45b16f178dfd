using Microsoft.Extensions.Logging;
using Sendra.Application.Mail;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Sends the emails that are due, as many at once as the mail server has connections for, within the limits of their workspaces (M6).</summary>
internal sealed class MailSender(OutboxTools tools, Committer committer, MailPerformer performer, MailTurns turns, IMailTransport transport, ILogger<MailSender> logger)
    : OutboxSender(EffectKind.SendEmail, tools, committer, new Places(() => transport.AtOnce, long.MaxValue / 4, tools.Signal.Of(EffectKind.SendEmail), tools.Clock), logger)
{
    protected override async Task<List<(WorkspaceId WorkspaceId, DateTimeOffset DueAt)>> LookAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) =>
        [.. await base.LookAsync(now, until, cancellationToken), .. await turns.LookAsync(now, until, cancellationToken)];

    protected override async Task<Stock> FillAsync(WorkspaceId workspaceId, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var state = await turns.ReadAsync(workspaceId, now, cancellationToken);
        var found = await Tools.Finder.FindAsync(EffectKind.SendEmail, workspaceId, now, most, cancellationToken, inOrder: state is not null);
        var plan = state is null ? null : await turns.PlanAsync(state, found, now, most, cancellationToken);
        var going = plan?.Go ?? found;
        return new Stock(Tools.Clock, going.Count == 0 ? [] : await performer.PrepareAsync(workspaceId, going, cancellationToken), hasMore: found.Count == most, plan?.Wait);
    }
}
