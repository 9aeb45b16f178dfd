using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.DeclareCustomField;

internal sealed class DeclareCustomFieldValidator : AbstractValidator<DeclareCustomFieldCommand>
{
    public DeclareCustomFieldValidator()
    {
        RuleFor(command => command.Name).Reads("name", name => CustomField.IsLegalName(name, out var problem) ? null : problem);
        RuleFor(command => command.Type).Reads("type", type => type switch
        {
            null => "is required",
            { } value when !Enum.IsDefined(value) => "must be text, number, boolean or date",
            _ => null,
        });
    }
}
