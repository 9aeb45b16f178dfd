using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Events.QueryEventLog;

/// <summary>Lists events in the log, newest first (L1).</summary>
public sealed record QueryEventLogQuery(LogFilterText Filter, Paging Paging) : IRequest<Page<LoggedEvent>>;
