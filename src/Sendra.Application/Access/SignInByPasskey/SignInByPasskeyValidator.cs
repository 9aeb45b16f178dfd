using FluentValidation;

namespace Sendra.Application.Access.SignInByPasskey;

internal sealed class SignInByPasskeyValidator : AbstractValidator<SignInByPasskeyCommand>
{
    public SignInByPasskeyValidator() => this.Answers(command => command.Answer);
}
