using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Common;
using Sendra.Domain.EventPatterns;

namespace Sendra.Application.EventPatterns;

internal static class DescriptionRule
{
    /// <summary>Free text of several lines. Optional.</summary>
    public static void Describes<T>(this IRuleBuilder<T, string?> rule) => rule.Reads("description", text =>
        text is null ? null
        : text.Length > EventPattern.MaxDescriptionLength ? $"must be at most {EventPattern.MaxDescriptionLength} characters"
        : text.Contains('\0', StringComparison.Ordinal) ? "must not contain NUL"
        : Text.HasLoneSurrogate(text) ? "must be valid Unicode"
        : null);
}
