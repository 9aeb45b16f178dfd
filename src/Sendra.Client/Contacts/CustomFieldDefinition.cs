namespace Sendra.Client.Contacts;

/// <summary>A contact property to declare.</summary>
public sealed record CustomFieldDefinition
{
    /// <summary>At most 64 letters, digits and _, starting with a letter. Case-sensitive.</summary>
    public required string Name { get; init; }

    /// <summary>The type of a custom field.</summary>
    public required CustomFieldType Type { get; init; }
}
