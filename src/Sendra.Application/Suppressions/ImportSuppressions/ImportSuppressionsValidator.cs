using FluentValidation;

namespace Sendra.Application.Suppressions.ImportSuppressions;

internal sealed class ImportSuppressionsValidator : AbstractValidator<ImportSuppressionsCommand>
{
    public ImportSuppressionsValidator() => RuleFor(command => command.Lines)
        .Must(lines => lines.Count <= ImportSuppressionsCommand.MaxLines)
        .OverridePropertyName("csv")
        .WithMessage($"A list can have at most {ImportSuppressionsCommand.MaxLines} entries; split it into several calls.");
}
