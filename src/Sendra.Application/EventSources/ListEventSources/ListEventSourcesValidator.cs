using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListEventSources;

internal sealed class ListEventSourcesValidator : AbstractValidator<ListEventSourcesQuery>
{
    public ListEventSourcesValidator() => RuleFor(query => query.Paging).Pages();
}
