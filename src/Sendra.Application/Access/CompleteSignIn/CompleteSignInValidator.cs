using FluentValidation;

namespace Sendra.Application.Access.CompleteSignIn;

internal sealed class CompleteSignInValidator : AbstractValidator<CompleteSignInCommand>
{
    public CompleteSignInValidator() => RuleFor(command => command.Code).NotEmpty().WithMessage("code is required.").OverridePropertyName("code");
}
