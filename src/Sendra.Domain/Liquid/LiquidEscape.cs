namespace Sendra.Domain.Liquid;

/// <summary>How values are escaped for the text in which they stand, unless they are <c>raw</c> (M1).</summary>
public enum LiquidEscape
{
    None,

    /// <summary>For a string in JSON. What the filter <c>json</c> makes is JSON already.</summary>
    Json,

    /// <summary>For a part of a URL.</summary>
    Url,

    /// <summary>For HTML: text between tags, or an attribute's value in quotes.</summary>
    Html,
}
