using FluentValidation;

namespace Sendra.Application.EventPatterns.DescribePattern;

internal sealed class DescribePatternValidator : AbstractValidator<DescribePatternCommand>
{
    public DescribePatternValidator() => RuleFor(command => command.Description).Describes();
}
