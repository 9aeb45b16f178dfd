using FluentValidation;

namespace Sendra.Application.Workspaces.RotateSigningSecret;

internal sealed class RotateSigningSecretValidator : AbstractValidator<RotateSigningSecretCommand>
{
    public RotateSigningSecretValidator() => RuleFor(command => command.OverlapHours)
        .InclusiveBetween(0, RotateSigningSecretCommand.MaxOverlapHours)
        .OverridePropertyName("overlapHours")
        .WithMessage($"overlapHours must be between 0 and {RotateSigningSecretCommand.MaxOverlapHours}.");
}
