using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListContactImports;

internal sealed class ListContactImportsValidator : AbstractValidator<ListContactImportsQuery>
{
    public ListContactImportsValidator() => RuleFor(query => query.Paging).Pages();
}
