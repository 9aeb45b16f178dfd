using Ardalis.Specification;

namespace Sendra.Domain.Enrollments;

/// <summary>Which enrollments to read.</summary>
public sealed class EnrollmentSpec : Specification<Enrollment>
{
    private EnrollmentSpec()
    {
    }

    public static EnrollmentSpec ById(EnrollmentId id)
    {
        var spec = new EnrollmentSpec();
        spec.Query.Where(enrollment => enrollment.Id == id);
        return spec;
    }
}
