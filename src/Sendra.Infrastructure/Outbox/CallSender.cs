using Microsoft.Extensions.Logging;
using Sendra.Domain.Enrollments;
using Sendra.Infrastructure.Committing;

namespace Sendra.Infrastructure.Outbox;

/// <summary>Makes the calls that are due. A receiver gets so many at once that one which never answers holds up only itself.</summary>
internal sealed class CallSender(OutboxTools tools, Committer committer, CallPerformer performer, ILogger<CallSender> logger)
    : OutboxSender(EffectKind.CallUrl, tools, committer, new Places(() => MostCalls, PerReceiver, tools.Signal.Of(EffectKind.CallUrl), tools.Clock), logger)
{
    private const int MostCalls = 2_000;
    private const int PerReceiver = 64;

    protected override async Task<Stock> FillAsync(WorkspaceId workspaceId, DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        var found = await Tools.Finder.FindAsync(EffectKind.CallUrl, workspaceId, now, most, cancellationToken);
        return new Stock(Tools.Clock, found.Count == 0 ? [] : await performer.PrepareAsync(workspaceId, found, cancellationToken), hasMore: found.Count == most);
    }
}
