using Ardalis.Specification;

namespace Sendra.Domain.Messages;

/// <summary>Which versions of templates to read.</summary>
public sealed class TemplateVersionSpec : Specification<TemplateVersion>
{
    private TemplateVersionSpec()
    {
    }

    public static TemplateVersionSpec ByNumber(TemplateId templateId, int number)
    {
        var spec = new TemplateVersionSpec();
        spec.Query.Where(version => version.TemplateId == templateId && version.Number == number);
        return spec;
    }
}
