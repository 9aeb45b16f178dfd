using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListMembers;

internal sealed class ListMembersValidator : AbstractValidator<ListMembersQuery>
{
    public ListMembersValidator() => RuleFor(query => query.Paging).Pages();
}
