using Ardalis.Specification;

namespace Sendra.Domain.Automations;

/// <summary>Which automations to read.</summary>
public sealed class AutomationSpec : Specification<Automation>
{
    private AutomationSpec()
    {
    }

    public static AutomationSpec ById(AutomationId id)
    {
        var spec = new AutomationSpec();
        spec.Query.Where(automation => automation.Id == id);
        return spec;
    }

    /// <summary>A part of the list, newest first.</summary>
    /// <param name="statuses">Only those with one of these; all when there are none.</param>
    /// <param name="query">Only those whose name contains this text, in any case, or null.</param>
    /// <param name="afterId">Only those that come behind this one, or null for the first part.</param>
    /// <param name="take">At most this many.</param>
    public static AutomationSpec Newest(IReadOnlyCollection<AutomationStatus> statuses, string? query, AutomationId? afterId, int take)
    {
        var spec = new AutomationSpec();
        spec.Query.OrderByDescending(automation => automation.Id).Take(take);
        if (statuses.Count > 0)
        {
            spec.Query.Where(automation => statuses.Contains(automation.Status));
        }

        if (query is not null)
        {
            var lowered = query.ToLowerInvariant();

            // Databases that lower-case ASCII only still find other letters as they were typed.
#pragma warning disable CA1304, CA1311, CA1862 // Becomes SQL.
            spec.Query.Where(automation => automation.Name.Contains(query) || automation.Name.ToLower().Contains(lowered));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (afterId is { } after)
        {
            spec.Query.Where(automation => automation.Id < after);
        }

        return spec;
    }
}
