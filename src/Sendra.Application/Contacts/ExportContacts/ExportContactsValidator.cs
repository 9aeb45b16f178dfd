using FluentValidation;

namespace Sendra.Application.Contacts.ExportContacts;

internal sealed class ExportContactsValidator : AbstractValidator<ExportContactsQuery>
{
    public ExportContactsValidator() => RuleFor(query => query.Filter).FiltersContacts();
}
