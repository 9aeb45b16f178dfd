using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListCustomFields;

internal sealed class ListCustomFieldsValidator : AbstractValidator<ListCustomFieldsQuery>
{
    public ListCustomFieldsValidator() => RuleFor(query => query.Paging).Pages();
}
