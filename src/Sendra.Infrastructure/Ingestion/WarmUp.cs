using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sendra.Application.Ingestion;
using Sendra.Domain.Automations;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;
using Sendra.Infrastructure.Persistence.Workspaces;

namespace Sendra.Infrastructure.Ingestion;

/// <summary>
/// Decides an event before the node listens, and writes nothing. In a fresh process the first one takes most of a second, and all that come
/// with it wait; while this node doesn't listen, others get them.
/// </summary>
internal sealed partial class WarmUp(WorkspaceDbContexts contexts, DryRunner dryRunner, ILogger<WarmUp> logger) : IHostedService
{
    // In a domain that is reserved, so that nobody has it.
    private static readonly EmailAddress Nobody = EmailAddress.Restore("nobody@sendra.invalid");

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = contexts.For(default);
            var newest = await db.AllAutomations().Where(automation => automation.Status == AutomationStatus.Live)
                .OrderByDescending(automation => automation.Id)
                .Select(automation => new { automation.WorkspaceId, automation.TriggerEvent })
                .FirstOrDefaultAsync(cancellationToken);
            if (newest is not null)
            {
                var incoming = new IncomingEvent(Nobody, EventName.Parse(newest.TriggerEvent), null, null, null, EventOrigin.Api);
                await dryRunner.RunAsync(new IngestionRequest(newest.WorkspaceId, [incoming], DryRun: true), cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Then the first event takes as long as it takes.
            LogFailed(logger, exception);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Debug, "The node starts cold")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
