using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns.DeclarePattern;

internal sealed class DeclarePatternValidator : AbstractValidator<DeclarePatternCommand>
{
    public DeclarePatternValidator()
    {
        RuleFor(command => command.Name).Reads("name", name => PatternName.TryParse(name, out _, out var problem) ? null : problem);
        RuleFor(command => command.Description).Describes();
    }
}
