using Ardalis.Specification;

namespace Sendra.Domain.Automations;

/// <summary>Which versions to read.</summary>
public sealed class AutomationVersionSpec : Specification<AutomationVersion>
{
    private AutomationVersionSpec()
    {
    }

    public static AutomationVersionSpec ByNumber(AutomationId automationId, int number)
    {
        var spec = new AutomationVersionSpec();
        spec.Query.Where(version => version.AutomationId == automationId && version.Number == number);
        return spec;
    }
}
