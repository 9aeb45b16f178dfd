using System.Text.RegularExpressions;

namespace Sendra.Domain.Liquid;

/// <summary>Finds the Liquid tags of a text.</summary>
public static partial class LiquidTags
{
    /// <summary>A tag with its braces: up to the first end that stands in no quotes, or to the end of the text.</summary>
    [GeneratedRegex("""\{[{%](?>"(?>[^"\\]|\\.)*(?>"|\z)|'(?>[^'\\]|\\.)*(?>'|\z)|(?![%}]\}).)*(?>[%}]\})?""", RegexOptions.Singleline)]
    public static partial Regex All();
}
