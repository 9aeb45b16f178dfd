namespace Sendra.Client.Contacts;

/// <summary>A declared contact property.</summary>
public sealed record CustomField
{
    /// <summary>Its name. Case-sensitive.</summary>
    public string Name { get; init; } = "";

    /// <summary>The type of a custom field.</summary>
    public CustomFieldType Type { get; init; }

    /// <summary>When it was declared.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
