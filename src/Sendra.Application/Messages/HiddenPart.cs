using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Sendra.Application.Messages;

/// <summary>The part of a document that nobody sees, from its start tag to its end tag.</summary>
internal sealed class HiddenPart
{
    // What is in them is no text of the mail.
    private static readonly HashSet<string> Skipped = ["style", "script", "title", "template", "svg", "math", "select", "textarea", "iframe", "object"];

    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

    private string? _name;
    private int _depth;

    /// <summary>True when the next token belongs to such a part.</summary>
    public bool Takes(HtmlToken token)
    {
        if (_name is not null && !(_name == "p" && token.IsStartTag("p")))
        {
            Follow(token);
            return true;
        }

        // A paragraph ends where the next one begins.
        _name = null;

        if (token.Type != HtmlTokenType.StartTag || !IsHidden(token.AsTag()))
        {
            return false;
        }

        if (!Void.Contains(token.Name))
        {
            (_name, _depth) = (token.Name, 1);
        }

        return true;
    }

    private void Follow(HtmlToken token)
    {
        if (token.Name == _name)
        {
            _depth += token.Type switch { HtmlTokenType.EndTag => -1, HtmlTokenType.StartTag => 1, _ => 0 };
        }

        if (_depth == 0)
        {
            _name = null;
        }
    }

    private static bool IsHidden(HtmlTagToken tag) =>
        Skipped.Contains(tag.Name) || tag.Attributes.Exists(attribute => attribute.Name == "hidden") || IsHidden(tag.GetAttribute("style"));

    private static bool IsHidden(string? style)
    {
        var compact = style?.Replace(" ", "", StringComparison.Ordinal) ?? "";
        return compact.Contains("display:none", StringComparison.OrdinalIgnoreCase) || compact.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase);
    }
}
