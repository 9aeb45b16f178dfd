using FluentValidation;
using Sendra.Application.Common;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Enrollments.AdvanceEnrollment;

internal sealed class AdvanceEnrollmentValidator : AbstractValidator<AdvanceEnrollmentCommand>
{
    public AdvanceEnrollmentValidator() =>
        RuleFor(command => command.Step).Reads("step", step => step switch
        {
            null => "is required",
            < Enrollment.FirstStep or > Enrollment.MaxStep => $"must be between {Enrollment.FirstStep} and {Enrollment.MaxStep}",
            _ => null,
        });
}
