using MediatR;

namespace Sendra.Application.Events.ExportEventLog;

/// <summary>
/// Reads all of the log that the filters let through, newest first, page by page (L2). Each page is read when it is
/// asked for, so that memory does not grow with the log; events that arrive meanwhile change nothing.
/// </summary>
public sealed record ExportEventLogQuery(LogFilterText Filter) : IRequest<IAsyncEnumerable<IReadOnlyList<LoggedEvent>>>;
