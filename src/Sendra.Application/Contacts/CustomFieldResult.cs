using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>A declared contact property.</summary>
/// <param name="Name">Its name. Case-sensitive.</param>
/// <param name="Type">The type of its values.</param>
/// <param name="CreatedAt">When it was declared.</param>
public sealed record CustomFieldResult(string Name, CustomFieldType Type, DateTimeOffset CreatedAt)
{
    internal static CustomFieldResult From(CustomField field) => new(field.Name, field.Type, field.CreatedAt);
}
