using Sendra.Client.Http;

namespace Sendra.Client.Enrollments;

/// <summary>Which enrollments to list.</summary>
public sealed record EnrollmentFilter
{
    /// <summary>Only those of this automation.</summary>
    public string? AutomationId { get; init; }

    /// <summary>Only those of this contact.</summary>
    public string? ContactId { get; init; }

    /// <summary>Only those of the contact with this email.</summary>
    public string? Email { get; init; }

    /// <summary>Only those with this status.</summary>
    public EnrollmentStatus? Status { get; init; }

    /// <summary>Only those at this step.</summary>
    public string? StepId { get; init; }

    /// <summary>Only those by this version of the automation's steps. Requires <see cref="AutomationId"/>.</summary>
    public int? Version { get; init; }

    internal static Query Apply(EnrollmentFilter? filter, Query query) => query
        .Add("automationId", filter?.AutomationId)
        .Add("contactId", filter?.ContactId)
        .Add("email", filter?.Email)
        .Add("status", filter?.Status)
        .Add("stepId", filter?.StepId)
        .Add("version", filter?.Version);
}
