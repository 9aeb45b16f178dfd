using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Reads XML into the shape of JSON (S15). Paths start inside the root element; repeated elements are lists, <c>@name</c> is an attribute,
/// <c>#text</c> the text beside attributes. Namespaces are dropped, and there is neither a DTD nor an entity of one's own.
/// </summary>
internal static partial class XmlBody
{
    // Lists have a level of their own in JSON.
    private const int MaxDepth = (Payload.MaxDepth / 2) - 1;

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = Payload.MaxDepth };

    /// <summary>The encoding that the document says it has, or null.</summary>
    internal static string? EncodingOf(ReadOnlySpan<byte> body) =>
        Declaration().Match(Encoding.Latin1.GetString(body[..Math.Min(body.Length, 200)])) is { Success: true } found ? found.Groups[1].Value : null;

    /// <summary>Whether a text begins like XML.</summary>
    internal static bool IsLikely(ReadOnlySpan<byte> utf8) => utf8.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    /// <summary>The document as JSON, or null with the rest of the sentence "not valid XML: …".</summary>
    /// <param name="name">The name of the root element, which the JSON leaves out.</param>
    internal static JsonElement? ToJson(ReadOnlySpan<byte> utf8, out string? name, out string problem)
    {
        name = null;
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = Payload.MaxBytes,
        };
        try
        {
            using var reader = XmlReader.Create(new StringReader(Encoding.UTF8.GetString(utf8)), settings);
            return Read(reader, out name, out problem) is { } root ? StrictJson.Read(Write(root), out problem) : null;
        }
        catch (XmlException broken)
        {
            // The place of some slips isn't told.
            problem = broken.LineNumber > 0 ? $"it breaks at line {broken.LineNumber}, character {broken.LinePosition}"
                : utf8.IndexOf("<!DOCTYPE"u8) >= 0 ? "it has a document type"
                : "it breaks at its end";
            return null;
        }
    }

    private static XmlNode? Read(XmlReader reader, out string? name, out string problem)
    {
        problem = "";
        name = null;
        var open = new Stack<XmlNode>();
        XmlNode? root = null;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > MaxDepth)
                    {
                        problem = $"it is nested deeper than {MaxDepth} levels";
                        return null;
                    }

                    name ??= reader.LocalName;
                    var isEmpty = reader.IsEmptyElement;
                    var node = open.TryPeek(out var parent) ? parent.AddChild(reader.LocalName) : root = new XmlNode();
                    AddAttributes(reader, node);
                    if (!isEmpty)
                    {
                        open.Push(node);
                    }

                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when open.TryPeek(out var here):
                    here.AddText(reader.Value);
                    break;
            }
        }

        return root;
    }

    private static void AddAttributes(XmlReader reader, XmlNode node)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns")
            {
                node.AddChild("@" + reader.LocalName).AddText(reader.Value);
            }
        }

        reader.MoveToElement();
    }

    private static ReadOnlySpan<byte> Write(XmlNode root)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json, Writing))
        {
            root.Write(writer);
        }

        return json.WrittenSpan;
    }

    [GeneratedRegex("""^\s*<\?xml[^>]*\bencoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")]
    private static partial Regex Declaration();
}
