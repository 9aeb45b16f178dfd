using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Events.QueryEventLog;

internal sealed class QueryEventLogHandler(IEventLog log) : IRequestHandler<QueryEventLogQuery, Page<LoggedEvent>>
{
    public Task<Page<LoggedEvent>> Handle(QueryEventLogQuery request, CancellationToken cancellationToken)
    {
        var filter = new EventLogFilter(
            [.. (request.EventNames ?? []).Distinct(StringComparer.Ordinal)],
            EmailAddress.TryParse(request.Email, out var email, out _) ? email : null,
            request.EmailPrefix?.Trim().ToLowerInvariant(),
            request.From,
            request.To,
            request.Declared,
            request.Origin,
            request.SourceId,
            request.HasEffect);
        return log.ListAsync(filter, request.Paging, cancellationToken);
    }
}
