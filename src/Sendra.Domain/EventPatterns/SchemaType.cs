namespace Sendra.Domain.EventPatterns;

/// <summary>What a schema may ask of a property.</summary>
#pragma warning disable CA1720 // These are the API's words.
public enum SchemaType
{
    Text = 1,

    Number = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 3,

    /// <summary>Text that is an ISO 8601 date, or date and time.</summary>
    Date = 4,

    Object = 5,

    List = 6,
}
#pragma warning restore CA1720
