using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Events.QueryEventLog;

internal sealed class QueryEventLogHandler(IEventLog log) : IRequestHandler<QueryEventLogQuery, Page<LoggedEvent>>
{
    public Task<Page<LoggedEvent>> Handle(QueryEventLogQuery request, CancellationToken cancellationToken) =>
        log.ListAsync(new EventLogFilter(request.Filter), request.Paging, cancellationToken);
}
