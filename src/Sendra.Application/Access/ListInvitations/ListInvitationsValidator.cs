using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.ListInvitations;

internal sealed class ListInvitationsValidator : AbstractValidator<ListInvitationsQuery>
{
    public ListInvitationsValidator() => RuleFor(query => query.Paging).Pages();
}
