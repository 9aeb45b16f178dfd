using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListSkippedDeliveries;

internal sealed class ListSkippedDeliveriesValidator : AbstractValidator<ListSkippedDeliveriesQuery>
{
    public ListSkippedDeliveriesValidator() => RuleFor(query => query.Paging).Pages();
}
