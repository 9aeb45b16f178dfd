using System.Runtime.CompilerServices;
using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog.ExportAuditLog;

internal sealed class ExportAuditLogHandler(IAuditLines lines, IWorkspaceContext workspace, ExportPlaces places, LongWork work)
    : IRequestHandler<ExportAuditLogQuery, IAsyncEnumerable<IReadOnlyList<AuditLineResult>>>
{
    private const int PageSize = 500;

    public Task<IAsyncEnumerable<IReadOnlyList<AuditLineResult>>> Handle(ExportAuditLogQuery request, CancellationToken cancellationToken) =>
        Task.FromResult(PagesAsync(AuditFilter.Of(request.Filter), cancellationToken));

    private async IAsyncEnumerable<IReadOnlyList<AuditLineResult>> PagesAsync(AuditFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var place = places.Take(workspace.WorkspaceId);
        await lines.TellAsync(AuditAction.Exported, new AuditTarget(AuditTargetType.AuditLog), cancellationToken);
        var paging = new Paging(PageSize);
        while (true)
        {
            var page = await work.RunAsync(workspace.WorkspaceId, () => lines.ListAsync(filter, paging, cancellationToken), cancellationToken);
            yield return page.Items;
            if (page.NextCursor is null)
            {
                yield break;
            }

            paging = new Paging(PageSize, page.NextCursor);
        }
    }
}
