using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Events.QueryEventLog;

internal sealed class QueryEventLogValidator : AbstractValidator<QueryEventLogQuery>
{
    public QueryEventLogValidator()
    {
        RuleFor(query => query.EventNames).Reads("eventName", ProblemOf);
        RuleFor(query => query.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(query => query.EmailPrefix).Reads("emailPrefix", text => ValidationExtensions.SearchTextProblem(text, EmailAddress.MaxLength));
        RuleFor(query => query.From).Reads("from", FilterTimes.ProblemOf);
        RuleFor(query => query.To).Reads("to", FilterTimes.ProblemOf);
        RuleFor(query => query.Origin).Reads("origin", origin => origin is { } value && !Enum.IsDefined(value) ? "must be api or webhook" : null);
        RuleFor(query => query.Paging).Pages();
    }

    private static string? ProblemOf(IReadOnlyList<string>? names) =>
        names?.Count > QueryEventLogQuery.MaxNames ? $"may be given at most {QueryEventLogQuery.MaxNames} times"
        : names?.Select(name => EventName.TryParse(name, out _, out var problem) ? null : problem).FirstOrDefault(problem => problem is not null);
}
