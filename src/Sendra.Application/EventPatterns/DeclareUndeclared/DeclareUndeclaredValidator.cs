using FluentValidation;

namespace Sendra.Application.EventPatterns.DeclareUndeclared;

internal sealed class DeclareUndeclaredValidator : AbstractValidator<DeclareUndeclaredCommand>
{
    public DeclareUndeclaredValidator() => RuleFor(command => command.Names).Custom((names, context) =>
    {
        if (names?.Count > DeclareUndeclaredCommand.MaxNames)
        {
            context.AddFailure("names", $"names must hold at most {DeclareUndeclaredCommand.MaxNames} names.");
            return;
        }

        for (var i = 0; i < names?.Count; i++)
        {
            if (names[i] is null)
            {
                context.AddFailure($"names[{i}]", $"names[{i}] is required.");
            }
        }
    });
}
