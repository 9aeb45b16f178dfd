using FluentValidation;
using Sendra.Domain.EventSources;

namespace Sendra.Application.EventSources.RotateToken;

internal sealed class RotateTokenValidator : AbstractValidator<RotateTokenCommand>
{
    private static readonly int MaxHours = (int)EventSource.MaxOverlap.TotalHours;

    public RotateTokenValidator() => RuleFor(command => command.OverlapHours).InclusiveBetween(0, MaxHours)
        .OverridePropertyName("overlapHours")
        .WithMessage($"overlapHours must be between 0 and {MaxHours}.");
}
