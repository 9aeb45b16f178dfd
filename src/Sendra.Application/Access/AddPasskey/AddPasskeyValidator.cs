using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.AddPasskey;

internal sealed class AddPasskeyValidator : AbstractValidator<AddPasskeyCommand>
{
    public AddPasskeyValidator()
    {
        this.Answers(command => command.Answer);
        RuleFor(command => command.Name).Reads("name", name => ValidationExtensions.NameProblem(name, PasskeyResult.MaxNameLength));
    }
}
