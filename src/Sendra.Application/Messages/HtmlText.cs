using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;

namespace Sendra.Application.Messages;

/// <summary>
/// Makes the text part of a mail from its HTML. Goes through the tokens once and builds no tree, so that it takes time in proportion to
/// the length of whatever HTML it gets.
/// </summary>
public static class HtmlText
{
    private static readonly HashSet<string> Paragraphs =
        ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "figure", "table"];

    private static readonly HashSet<string> Lines =
    [
        "address", "article", "aside", "body", "caption", "center", "dd", "div", "dt", "fieldset", "figcaption", "footer", "form", "header", "li",
        "main", "nav", "section", "tbody", "tfoot", "thead", "tr",
    ];

    private static readonly string[] Read = ["href", "style", "hidden", "alt"];

    /// <summary>The text that a reader of the HTML sees: without styles and what is hidden, with the addresses of links.</summary>
    public static string Of(string html)
    {
        var tokenizer = new HtmlTokenizer(new TextSource(html), HtmlEntityProvider.Resolver)
        {
            SkipComments = true,

            // The tokenizer compares each attribute with each.
            ShouldEmitAttribute = static (ref _, name) => Array.Exists(Read, one => name.Span.SequenceEqual(one)),
        };
        var text = new TextLines();
        var hidden = new HiddenPart();
        for (var token = tokenizer.Get(); token.Type != HtmlTokenType.EndOfFile; token = tokenizer.Get())
        {
            if (token.Type == HtmlTokenType.StartTag)
            {
                tokenizer.State = ModeIn(token.Name);
            }
            else if (token.Type == HtmlTokenType.EndTag)
            {
                tokenizer.State = HtmlParseMode.PCData;
            }

            if (!hidden.Takes(token))
            {
                Write(token, text);
            }
        }

        return text.ToString();
    }

    private static void Write(HtmlToken token, TextLines text)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character:
                text.Append(token.Data);
                break;
            case HtmlTokenType.StartTag:
                Open(token.AsTag(), text);
                break;
            case HtmlTokenType.EndTag:
                Close(token.Name, text);
                break;
        }
    }

    private static void Open(HtmlTagToken tag, TextLines text)
    {
        Break(tag.Name, text);
        switch (tag.Name)
        {
            case "br":
                text.NewLine();
                break;
            case "hr":
                text.Rule();
                break;
            case "img":
                text.Append(tag.GetAttribute("alt"));
                break;
            case "a":
                text.BeginLink(tag.GetAttribute("href"));
                break;
            case "ul" or "ol":
                text.BeginList(isNumbered: tag.Name == "ol");
                break;
            case "li":
                text.BeginItem();
                break;
            case "td" or "th":
                text.BeginCell();
                break;
            case "pre":
                text.BeginVerbatim();
                break;
        }
    }

    private static void Close(string name, TextLines text)
    {
        switch (name)
        {
            case "a":
                text.EndLink();
                break;
            case "ul" or "ol":
                text.EndList();
                break;
            case "pre":
                text.EndVerbatim();
                break;
        }

        Break(name, text);
    }

    private static void Break(string name, TextLines text)
    {
        if (Paragraphs.Contains(name))
        {
            text.NewParagraph();
        }
        else if (Lines.Contains(name))
        {
            text.EnsureLine();
        }
    }

    private static HtmlParseMode ModeIn(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "iframe" or "noembed" or "noframes" or "xmp" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        "plaintext" => HtmlParseMode.Plaintext,
        _ => HtmlParseMode.PCData,
    };
}
