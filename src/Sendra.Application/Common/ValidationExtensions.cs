using FluentValidation;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Common;

/// <summary>Rules that several requests share. Failures carry the JSON or query field's name.</summary>
internal static class ValidationExtensions
{
    /// <summary>A value object validates the field, in its own words.</summary>
    /// <param name="field">The field's name in the request.</param>
    /// <param name="problemOf">What is wrong, as the end of a sentence that begins with the field's name, or null.</param>
    public static IRuleBuilderOptionsConditions<T, TValue> Reads<T, TValue>(
        this IRuleBuilder<T, TValue> rule, string field, Func<TValue, string?> problemOf) =>
        rule.Custom((value, context) =>
        {
            if (problemOf(value) is { } problem)
            {
                context.AddFailure(field, $"{field} {problem}.");
            }
        });

    /// <summary>A name that people gave to something: one line of text.</summary>
    /// <param name="maxLength">The maximum length in characters.</param>
    /// <returns>What is wrong, as the end of a sentence, or null.</returns>
    public static string? NameProblem(string? text, int maxLength) =>
        string.IsNullOrWhiteSpace(text) ? "is required" : SearchTextProblem(text, maxLength);

    /// <summary>Text to search for. Optional.</summary>
    /// <param name="maxLength">The maximum length in characters.</param>
    /// <returns>What is wrong, as the end of a sentence, or null.</returns>
    public static string? SearchTextProblem(string? text, int maxLength) =>
        text is null ? null
        : text.Length > maxLength ? $"must be at most {maxLength} characters"
        : Text.HasControlCharacter(text) ? "must not have control characters"
        : Text.HasLoneSurrogate(text) ? "must be valid Unicode"
        : null;

    /// <summary>An email to search for. Optional (E1).</summary>
    /// <returns>What is wrong, as the end of a sentence, or null.</returns>
    public static string? EmailProblem(string? text) =>
        text is null || EmailAddress.TryParse(text, out _, out var problem) ? null : problem;

    /// <summary>The paging of a query that has one.</summary>
    public static void Pages<T>(this IRuleBuilderInitial<T, Paging> rule) =>
        rule.Custom((paging, context) =>
        {
            foreach (var failure in Validator.Validate(paging).Errors)
            {
                context.AddFailure(failure);
            }
        });

    private static readonly PagingValidator Validator = new();
}
