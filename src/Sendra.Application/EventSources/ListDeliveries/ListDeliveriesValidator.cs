using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListDeliveries;

internal sealed class ListDeliveriesValidator : AbstractValidator<ListDeliveriesQuery>
{
    public ListDeliveriesValidator() => RuleFor(query => query.Paging).Pages();
}
