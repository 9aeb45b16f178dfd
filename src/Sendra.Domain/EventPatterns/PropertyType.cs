namespace Sendra.Domain.EventPatterns;

/// <summary>The kind of JSON value that a property has. <c>null</c> counts as none.</summary>
#pragma warning disable CA1720 // These are JSON's own words.
public enum PropertyType
{
    Object = 1,

    Array = 2,

    String = 3,

    Number = 4,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 5,
}
#pragma warning restore CA1720
