using FluentValidation;

namespace Sendra.Application.Access.ConfirmByPasskey;

internal sealed class ConfirmByPasskeyValidator : AbstractValidator<ConfirmByPasskeyCommand>
{
    public ConfirmByPasskeyValidator() => this.Answers(command => command.Answer);
}
