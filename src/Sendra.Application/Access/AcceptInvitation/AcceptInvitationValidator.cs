using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.AcceptInvitation;

internal sealed class AcceptInvitationValidator : AbstractValidator<AcceptInvitationCommand>
{
    public AcceptInvitationValidator()
    {
        RuleFor(command => command.Token).NotEmpty().WithMessage("token is required.").OverridePropertyName("token");
        RuleFor(command => command.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(command => command.Password).Reads("password", Password.ProblemOf).When(command => command is { UserId: null, Newcomer: null });
    }
}
