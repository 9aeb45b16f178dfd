using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListApiKeys;

internal sealed class ListApiKeysValidator : AbstractValidator<ListApiKeysQuery>
{
    public ListApiKeysValidator() => RuleFor(query => query.Paging).Pages();
}
