using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.InviteMember;

internal sealed class InviteMemberValidator : AbstractValidator<InviteMemberCommand>
{
    public InviteMemberValidator()
    {
        RuleFor(command => command.Role).Reads("role", role => role switch
        {
            null => "is required",
            { } value when !Enum.IsDefined(value) => "must be owner or member",
            _ => null,
        });
        RuleFor(command => command.Email).Reads("email", ValidationExtensions.EmailProblem);
    }
}
