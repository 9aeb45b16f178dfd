using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

internal sealed class ContactFilterTextValidator : AbstractValidator<ContactFilterText>
{
    public ContactFilterTextValidator()
    {
        RuleFor(filter => filter.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(filter => filter.ExternalId).Reads("externalId", text => text is null || ExternalId.TryParse(text, out _, out var problem) ? null : problem);
        RuleFor(filter => filter.Query).Reads("query", text => ValidationExtensions.SearchTextProblem(text, EmailAddress.MaxLength));
    }
}
