using Ardalis.Specification;

namespace Sendra.Domain.Contacts;

/// <summary>Which custom fields to read.</summary>
public sealed class CustomFieldSpec : Specification<CustomField>
{
    private CustomFieldSpec()
    {
    }

    /// <summary>All, by name: there are at most <see cref="CustomField.MaxPerWorkspace"/>.</summary>
    public static CustomFieldSpec All()
    {
        var spec = new CustomFieldSpec();
        spec.Query.OrderBy(field => field.Name);
        return spec;
    }

    /// <param name="name">Its name. Case-sensitive.</param>
    public static CustomFieldSpec Named(string name)
    {
        var spec = new CustomFieldSpec();
        spec.Query.Where(field => field.Name == name);
        return spec;
    }
}
