using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Automations;

namespace Sendra.Application.Automations.ListAutomations;

internal sealed class ListAutomationsValidator : AbstractValidator<ListAutomationsQuery>
{
    public ListAutomationsValidator()
    {
        RuleFor(query => query.Query).Reads("query", text => ValidationExtensions.SearchTextProblem(text, AutomationDefinition.MaxNameLength));
        RuleFor(query => query.Paging).Pages();
    }
}
