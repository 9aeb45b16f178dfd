using FluentValidation;
using Sendra.Application.Common;
using Sendra.Application.Events.QueryEventLog;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Events;

/// <summary>What every way of reading the log does with the filters it was given.</summary>
internal static class EventLogFilterExtensions
{
    private static readonly QueryEventLogValidator Validator = new();

    /// <summary>The filters of a query that was validated.</summary>
    public static EventLogFilter ToFilter(this QueryEventLogQuery query) => new(
        [.. (query.EventNames ?? []).Distinct(StringComparer.Ordinal)],
        EmailAddress.TryParse(query.Email, out var email, out _) ? email : null,
        query.EmailPrefix?.Trim().ToLowerInvariant(),
        FilterTimes.From(query.From),
        FilterTimes.To(query.To),
        query.Declared,
        query.Origin,
        query.SourceId,
        query.HasEffect);

    /// <summary>The rules of the log, for requests that carry its filters.</summary>
    public static void FiltersTheLog<T>(this IRuleBuilderInitial<T, QueryEventLogQuery> rule) =>
        rule.Custom((query, context) =>
        {
            foreach (var failure in Validator.Validate(query).Errors)
            {
                context.AddFailure(failure);
            }
        });
}
