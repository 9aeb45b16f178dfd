using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ListContacts;

internal sealed class ListContactsValidator : AbstractValidator<ListContactsQuery>
{
    public ListContactsValidator()
    {
        RuleFor(query => query.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(query => query.ExternalId).Reads("externalId", text => text is null || ExternalId.TryParse(text, out _, out var problem) ? null : problem);
        RuleFor(query => query.Query).Reads("query", text => ValidationExtensions.SearchTextProblem(text, EmailAddress.MaxLength));
        RuleFor(query => query.Paging).Pages();
    }
}
