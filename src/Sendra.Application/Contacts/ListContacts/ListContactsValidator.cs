using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListContacts;

internal sealed class ListContactsValidator : AbstractValidator<ListContactsQuery>
{
    public ListContactsValidator()
    {
        RuleFor(query => query.Filter).FiltersContacts();
        RuleFor(query => query.Paging).Pages();
    }
}
