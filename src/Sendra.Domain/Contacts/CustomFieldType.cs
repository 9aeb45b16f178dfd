namespace Sendra.Domain.Contacts;

/// <summary>The type of a custom field.</summary>
// The numbers are stored: add, never renumber.
public enum CustomFieldType
{
    /// <summary>A JSON string.</summary>
    Text = 1,

    /// <summary>A JSON number. Its digits are stored as sent.</summary>
    Number = 2,

    /// <summary>A JSON true or false.</summary>
    Boolean = 3,

    /// <summary>A JSON string with an ISO 8601 date or date-time.</summary>
    Date = 4,
}
