using FluentValidation;

namespace Sendra.Application.Access;

/// <summary>What every answer of a passkey must have.</summary>
internal static class PasskeyAnswerValidation
{
    public static void Answers<T>(this AbstractValidator<T> validator, Func<T, PasskeyAnswer> answerOf)
    {
        validator.RuleFor(command => answerOf(command).Token).NotEmpty().WithMessage("token is required.").OverridePropertyName("token");
        validator.RuleFor(command => answerOf(command).Credential).NotEmpty().WithMessage("credential is required.").OverridePropertyName("credential");
    }
}
