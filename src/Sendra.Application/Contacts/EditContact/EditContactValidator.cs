using FluentValidation;

namespace Sendra.Application.Contacts.EditContact;

internal sealed class EditContactValidator : AbstractValidator<EditContactCommand>
{
    public EditContactValidator() => RuleFor(command => command.Contact).IsContact(needsEmail: false);
}
