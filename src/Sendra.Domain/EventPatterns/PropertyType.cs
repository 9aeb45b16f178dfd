namespace Sendra.Domain.EventPatterns;

/// <summary>What kind of JSON value a property has; <c>null</c> is none.</summary>
public enum PropertyType
{
    /// <summary>An object.</summary>
    Object = 1,

    /// <summary>An array.</summary>
    Array = 2,

    /// <summary>A string.</summary>
    String = 3,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 5,
}
