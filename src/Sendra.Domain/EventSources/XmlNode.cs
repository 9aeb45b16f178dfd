using System.Text;
using System.Text.Json;

namespace Sendra.Domain.EventSources;

/// <summary>An element of XML with what is in it.</summary>
internal sealed class XmlNode
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, List<XmlNode>> _children = new(StringComparer.Ordinal);

    internal void AddText(string text) => _text.Append(text);

    internal XmlNode AddChild(string name)
    {
        var child = new XmlNode();
        if (!_children.TryGetValue(name, out var alike))
        {
            _children.Add(name, alike = []);
        }

        alike.Add(child);
        return child;
    }

    /// <summary>Writes the element as JSON: text alone as text, anything else as an object. Recursion is bounded by the depth of the document.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        var text = _text.ToString();
        if (_children.Count == 0)
        {
            json.WriteStringValue(text);
            return;
        }

        json.WriteStartObject();
        foreach (var (name, alike) in _children)
        {
            json.WritePropertyName(name);
            if (alike.Count == 1)
            {
                alike[0].Write(json);
                continue;
            }

            json.WriteStartArray();
            alike.ForEach(one => one.Write(json));
            json.WriteEndArray();
        }

        if (!string.IsNullOrWhiteSpace(text))
        {
            json.WriteString("#text", text.Trim());
        }

        json.WriteEndObject();
    }
}
