using System.Text.Encodings.Web;
using System.Text.Unicode;
using Fluid;

namespace Sendra.Domain.Liquid;

/// <summary>The encoders behind <see cref="LiquidEscape"/>.</summary>
internal static class LiquidEscaping
{
    // What HTML does not need escaped stays legible, and short.
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    internal static TextEncoder EncoderOf(LiquidEscape escape) => escape switch
    {
        LiquidEscape.None => NullEncoder.Default,
        LiquidEscape.Json => JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        LiquidEscape.Url => UrlEncoder.Default,
        LiquidEscape.Html => Html,
    };

    /// <summary>Text of several lines for HTML: escaped, with its line breaks as they are.</summary>
    internal static string Lines(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Html.Encode));
}
