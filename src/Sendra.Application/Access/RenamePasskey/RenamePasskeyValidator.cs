using FluentValidation;
using Sendra.Application.Common;

namespace Sendra.Application.Access.RenamePasskey;

internal sealed class RenamePasskeyValidator : AbstractValidator<RenamePasskeyCommand>
{
    public RenamePasskeyValidator() => RuleFor(command => command.Name).Reads("name", name => ValidationExtensions.NameProblem(name, PasskeyResult.MaxNameLength));
}
