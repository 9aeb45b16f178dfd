using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Access.ForgotPassword;

internal sealed class ForgotPasswordValidator : AbstractValidator<ForgotPasswordCommand>
{
    public ForgotPasswordValidator() =>
        RuleFor(command => command.Email).Reads("email", text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem);
}
