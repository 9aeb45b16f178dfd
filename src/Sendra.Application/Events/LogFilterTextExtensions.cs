using FluentValidation;

namespace Sendra.Application.Events;

internal static class LogFilterTextExtensions
{
    private static readonly LogFilterTextValidator Validator = new();

    /// <summary>Names problems after the filter's own fields. A nested validator would name them after the request's property.</summary>
    public static void FiltersTheLog<T>(this IRuleBuilderInitial<T, LogFilterText> rule) =>
        rule.Custom((filter, context) => Validator.Validate(filter).Errors.ForEach(context.AddFailure));
}
