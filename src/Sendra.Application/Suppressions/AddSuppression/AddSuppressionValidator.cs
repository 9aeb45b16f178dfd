using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Suppressions.AddSuppression;

internal sealed class AddSuppressionValidator : AbstractValidator<AddSuppressionCommand>
{
    public AddSuppressionValidator() =>
        RuleFor(command => command.Email).Reads("email", text => EmailAddress.TryParse(text, out _, out var problem) ? null : problem);
}
