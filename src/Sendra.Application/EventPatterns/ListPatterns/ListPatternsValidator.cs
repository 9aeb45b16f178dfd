using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Events;

namespace Sendra.Application.EventPatterns.ListPatterns;

internal sealed class ListPatternsValidator : AbstractValidator<ListPatternsQuery>
{
    public ListPatternsValidator()
    {
        RuleFor(query => query.Query).Reads("query", text => ValidationExtensions.SearchTextProblem(text, EventName.MaxLength));
        RuleFor(query => query.Paging).Pages();
    }
}
