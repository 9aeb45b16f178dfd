using System.Runtime.CompilerServices;
using MediatR;
using Sendra.Application.AuditLog;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Application.Events.ExportEventLog;

internal sealed class ExportEventLogHandler(IEventLog log, IAuditLines audit, IWorkspaceContext workspace, ExportPlaces places, LongWork work)
    : IRequestHandler<ExportEventLogQuery, IAsyncEnumerable<IReadOnlyList<LoggedEvent>>>
{
    // The first page is small: it comes at once, and shows how big the events are.
    private const int SmallPage = 50;
    private const int BigPage = 1_000;

    // Properties may take 256 KiB each: after a page with so many characters, the next one is small.
    private const int BigEvents = 4 * 1024 * 1024;

    public Task<IAsyncEnumerable<IReadOnlyList<LoggedEvent>>> Handle(ExportEventLogQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(PagesAsync(new EventLogFilter(request.Filter), cancellationToken));

    private async IAsyncEnumerable<IReadOnlyList<LoggedEvent>> PagesAsync(
        EventLogFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = places.Take(workspace.WorkspaceId);
        await audit.TellAsync(AuditAction.Exported, new AuditTarget(AuditTargetType.Events), cancellationToken);
        var paging = new Paging(SmallPage);
        while (true)
        {
            var page = await work.RunAsync(workspace.WorkspaceId, () => log.ListAsync(filter, paging, cancellationToken), cancellationToken);
            yield return page.Items;
            if (page.NextCursor is null)
            {
                yield break;
            }

            var size = page.Items.Sum(logged => logged.Properties?.Text.Length ?? 0) > BigEvents ? SmallPage : BigPage;
            paging = new Paging(size, page.NextCursor);
        }
    }
}
