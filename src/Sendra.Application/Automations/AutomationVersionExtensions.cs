using Sendra.Application.Common;
using Sendra.Domain.Automations;
using Sendra.Domain.Enrollments;

namespace Sendra.Application.Automations;

internal static class AutomationVersionExtensions
{
    public static Task<AutomationVersion> NewestOfAsync(
        this IRepository<AutomationVersion> versions, Automation automation, CancellationToken cancellationToken) =>
        versions.GetAsync(AutomationVersionSpec.ByNumber(automation.Id, automation.Version), "version", cancellationToken);

    /// <summary>The version whose steps a run goes through.</summary>
    public static Task<AutomationVersion> OfRunAsync(
        this IRepository<AutomationVersion> versions, Enrollment run, CancellationToken cancellationToken) =>
        versions.GetAsync(AutomationVersionSpec.ByNumber(run.AutomationId, run.Version), "version", cancellationToken);
}
