using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.AuditLog;

namespace Sendra.Application.AuditLog;

/// <summary>Rules for <see cref="AuditFilterText"/>.</summary>
internal static class AuditFilterValidation
{
    public static void FiltersTheAuditLog<T>(this IRuleBuilder<T, AuditFilterText> rule) => rule.Custom((text, context) =>
    {
        Require("targetId", ValidationExtensions.SearchTextProblem(text.TargetId, AuditTarget.MaxIdLength));
        Require("from", FilterTimes.ProblemOf(text.From));
        Require("to", FilterTimes.ProblemOf(text.To));

        void Require(string field, string? problem)
        {
            if (problem is not null)
            {
                context.AddFailure(field, $"{field} {problem}.");
            }
        }
    });
}
