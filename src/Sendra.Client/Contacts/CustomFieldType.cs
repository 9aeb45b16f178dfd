namespace Sendra.Client.Contacts;

/// <summary>The type of a custom field.</summary>
public enum CustomFieldType
{
    /// <summary>A value that this version of the client doesn't know.</summary>
    Unknown,

    Text,
    Number,
    Boolean,
    Date,
}
