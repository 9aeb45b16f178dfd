using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Sendra.Application.Messages;

/// <summary>Parses HTML up to a size: a few characters of it can make millions of elements.</summary>
internal static class HtmlSize
{
    private const int MaxElements = 5_000;
    private const int MaxAttributes = 20_000;

    /// <summary>The document, or null when it is larger than a mail's.</summary>
    public static IHtmlDocument? Parse(string html)
    {
        var (elements, attributes) = (0, 0);
        var parser = new HtmlParser(new HtmlParserOptions
        {
            OnCreated = (_, _) => Count(ref elements, MaxElements),
            ShouldEmitAttribute = (ref _, _) =>
            {
                Count(ref attributes, MaxAttributes);
                return true;
            },
        });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (TooLargeException)
        {
            return null;
        }
    }

    private static void Count(ref int count, int max)
    {
        if (++count > max)
        {
            throw new TooLargeException();
        }
    }

    private sealed class TooLargeException : Exception;
}
