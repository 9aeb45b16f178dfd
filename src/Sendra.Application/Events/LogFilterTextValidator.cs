using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Events;

namespace Sendra.Application.Events;

internal sealed class LogFilterTextValidator : AbstractValidator<LogFilterText>
{
    public LogFilterTextValidator()
    {
        RuleFor(filter => filter.EventName).Reads("eventName", ProblemOf);
        RuleFor(filter => filter.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(filter => filter.EmailPrefix).Reads("emailPrefix", text => ValidationExtensions.SearchTextProblem(text, EmailAddress.MaxLength));
        RuleFor(filter => filter.From).Reads("from", FilterTimes.ProblemOf);
        RuleFor(filter => filter.To).Reads("to", FilterTimes.ProblemOf);
        RuleFor(filter => filter.Origin).Reads("origin", origin => origin is { } value && !Enum.IsDefined(value) ? "must be api or webhook" : null);
    }

    private static string? ProblemOf(IReadOnlyList<string>? names) =>
        names?.Count > LogFilterText.MaxNames ? $"can be given at most {LogFilterText.MaxNames} times"
        : names?.Select(name => EventName.TryParse(name, out _, out var problem) ? null : problem).FirstOrDefault(problem => problem is not null);
}
