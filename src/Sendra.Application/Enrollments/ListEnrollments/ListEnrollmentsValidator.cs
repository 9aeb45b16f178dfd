using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Automations.Steps;

namespace Sendra.Application.Enrollments.ListEnrollments;

internal sealed class ListEnrollmentsValidator : AbstractValidator<ListEnrollmentsQuery>
{
    public ListEnrollmentsValidator()
    {
        RuleFor(query => query.Email).Reads("email", ValidationExtensions.EmailProblem);
        RuleFor(query => query.StepId).Reads("stepId", StepProblem);
        RuleFor(query => query.AutomationId).NotNull().OverridePropertyName("automationId").When(query => query.StepId is not null)
            .WithMessage("automationId is required with stepId, because each automation has its own steps.");
        RuleFor(query => query.Version).Reads("version", version => version < 1 ? "must be at least 1" : null);
        RuleFor(query => query.AutomationId).NotNull().OverridePropertyName("automationId").When(query => query is { Version: not null, StepId: null })
            .WithMessage("automationId is required with version, because each automation has its own versions.");
        RuleFor(query => query.Paging).Pages();
    }

    private static string? StepProblem(string? text) =>
        text is null || StepId.TryParse(text, out _, out var problem) ? null : problem;
}
