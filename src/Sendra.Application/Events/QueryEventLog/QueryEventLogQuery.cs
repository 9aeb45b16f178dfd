using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Events.QueryEventLog;

/// <summary>Reads a part of the log, newest first (L1); what is null does not restrict.</summary>
/// <param name="EventNames">With one of these names, at most <see cref="MaxNames"/>.</param>
/// <param name="Email">Of the contact with this address, in any spelling that normalises to it (E1).</param>
/// <param name="EmailPrefix">Of contacts whose address begins so, in any case.</param>
/// <param name="From">Received at this time or later; see <see cref="FilterTimes"/>.</param>
/// <param name="To">Received before this time, or to the end of this date.</param>
/// <param name="Declared">Whose name is declared now, or is not.</param>
/// <param name="Origin">That were received this way.</param>
/// <param name="SourceId">That came in through this event source.</param>
/// <param name="HasEffect">That enrolled or dropped somebody, or did neither.</param>
/// <param name="Paging">Which part.</param>
public sealed record QueryEventLogQuery(
    IReadOnlyList<string>? EventNames,
    string? Email,
    string? EmailPrefix,
    string? From,
    string? To,
    bool? Declared,
    EventOriginType? Origin,
    EventSourceId? SourceId,
    bool? HasEffect,
    Paging Paging) : IRequest<Page<LoggedEvent>>
{
    /// <summary>How many names one query may give.</summary>
    public const int MaxNames = 50;
}
