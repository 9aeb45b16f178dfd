using Sendra.Application.Events;
using Sendra.Domain.Common;

namespace Sendra.Infrastructure.Events;

/// <summary>
/// What each filter of the log means: to the search, of a row <c>e</c>, and to the live tail, of an event. A filter more is a
/// property of <see cref="LogFilterText"/> and a line here.
/// </summary>
internal static class LogConditions
{
    private static readonly LogCondition[] All =
    [
        // The search itself asks for these, each in the way for which there is an index.
        new(filter => filter.EventNames.Count > 0, (filter, logged) => filter.EventNames.Contains(logged.EventName, StringComparer.Ordinal)),
        new(filter => filter.EmailPrefix is not null, (filter, logged) => logged.Email.StartsWith(filter.EmailPrefix!, StringComparison.Ordinal)),
        new(filter => filter.Text.Declared is not null, (filter, logged) => logged.Declared == filter.Text.Declared),
        new(filter => filter.To is not null, (filter, logged) => logged.ReceivedAt < filter.To),

        new(
            filter => filter.From is not null,
            (filter, logged) => logged.ReceivedAt >= filter.From,
            (filter, _) => $"e.id >= {TimeOrderedId.LowerBound<EventId>(filter.From!.Value)}"),
        new(
            filter => filter.Text.Origin is not null,
            (filter, logged) => logged.Origin.ToType() == filter.Text.Origin,
            (filter, _) => filter.Text.Origin switch
            {
                EventOriginType.Api => $"e.source_id IS NULL AND e.enrollment_id IS NULL",
                EventOriginType.Automation => $"e.enrollment_id IS NOT NULL",
                _ => $"e.source_id IS NOT NULL",
            }),
        new(
            filter => filter.Text.SourceId is not null,
            (filter, logged) => logged.Origin.SourceId == filter.Text.SourceId,
            (filter, _) => $"e.source_id = {filter.Text.SourceId!.Value}"),
        new(
            filter => filter.Text.HasEffect is not null,
            (filter, logged) => (logged.Enrolled + logged.Exited + logged.Woken > 0) == filter.Text.HasEffect,
            (filter, _) => filter.Text.HasEffect switch { true => $"e.has_effect = 1", _ => $"e.has_effect = 0" }),
        new(
            filter => filter.Email is not null,
            (filter, logged) => logged.Email == filter.Email!.Value,
            (filter, workspaceId) => $"e.contact_id = (SELECT c.id FROM contacts c WHERE c.workspace_id = {workspaceId} AND c.email = {filter.Email!.Value})"),
    ];

    public static IEnumerable<LogCondition> Of(EventLogFilter filter) => All.Where(condition => condition.Applies(filter));

    public static bool Admit(EventLogFilter filter, LoggedEvent logged) => Of(filter).All(condition => condition.Admits(filter, logged));
}
