using MediatR;

namespace Sendra.Application.Events.ExportEventLog;

/// <summary>
/// Reads all events that match the filters, newest first, page by page (L2). Each page is read when it is
/// needed, so memory doesn't grow with the log. Events that arrive meanwhile change nothing.
/// </summary>
public sealed record ExportEventLogQuery(LogFilterText Filter) : IRequest<IAsyncEnumerable<IReadOnlyList<LoggedEvent>>>;
