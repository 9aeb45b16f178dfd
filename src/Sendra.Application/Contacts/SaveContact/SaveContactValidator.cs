using FluentValidation;

namespace Sendra.Application.Contacts.SaveContact;

internal sealed class SaveContactValidator : AbstractValidator<SaveContactCommand>
{
    public SaveContactValidator() => RuleFor(command => command.Contact).IsContact(needsEmail: true);
}
