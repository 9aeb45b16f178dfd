using Ardalis.Specification;

namespace Sendra.Domain.Messages;

/// <summary>Which templates to read.</summary>
public sealed class TemplateSpec : Specification<Template>
{
    private TemplateSpec()
    {
    }

    public static TemplateSpec ById(TemplateId id)
    {
        var spec = new TemplateSpec();
        spec.Query.Where(template => template.Id == id);
        return spec;
    }

    /// <summary>Those of some ids that there are.</summary>
    public static TemplateSpec ByIds(IReadOnlyCollection<TemplateId> ids)
    {
        var spec = new TemplateSpec();
        spec.Query.Where(template => ids.Contains(template.Id));
        return spec;
    }

    /// <summary>A part of the list, newest first.</summary>
    /// <param name="query">Only those whose name contains this text, in any case, or null.</param>
    /// <param name="afterId">Only those that come behind this one, or null for the first part.</param>
    /// <param name="take">At most this many.</param>
    public static TemplateSpec Newest(string? query, TemplateId? afterId, int take)
    {
        var spec = new TemplateSpec();
        spec.Query.OrderByDescending(template => template.Id).Take(take);
        if (query is not null)
        {
            var lowered = query.ToLowerInvariant();

            // Databases that lower-case ASCII only still find other letters as they were typed.
#pragma warning disable CA1304, CA1311, CA1862 // Becomes SQL.
            spec.Query.Where(template => template.Name.Contains(query) || template.Name.ToLower().Contains(lowered));
#pragma warning restore CA1304, CA1311, CA1862
        }

        if (afterId is { } after)
        {
            spec.Query.Where(template => template.Id < after);
        }

        return spec;
    }
}
