namespace Sendra.Domain.EventPatterns;

/// <summary>What kind of JSON value a property has; <c>null</c> is none.</summary>
#pragma warning disable CA1720 // These are JSON's own words.
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
#pragma warning restore CA1720
