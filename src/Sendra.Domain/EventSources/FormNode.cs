using System.Globalization;
using System.Text.Json;

namespace Sendra.Domain.EventSources;

/// <summary>One name of a form with its values and what is nested in it.</summary>
internal sealed class FormNode
{
    private readonly List<string> _values = [];
    private readonly Dictionary<string, FormNode> _children = [];
    private int _nextIndex;

    /// <summary>Adds a field. An empty name, from <c>[]</c>, means one past the highest index so far, as in PHP.</summary>
    internal void Add(IReadOnlyList<string> path, string value) => At(path)._values.Add(value);

    /// <summary>The node of a name, made when it is not there yet.</summary>
    internal FormNode At(IReadOnlyList<string> path)
    {
        var node = this;
        for (var depth = 0; depth < path.Count; depth++)
        {
            node = node.Child(path[depth], isAppend: depth > 0 && path[depth].Length == 0);
        }

        return node;
    }

    /// <summary>The value of a form that has this one field only, or null.</summary>
    internal string? OnlyValueOf(string name) =>
        _children.Count == 1 && _children.TryGetValue(name, out var node) && node is { _children.Count: 0, _values.Count: 1 }
            ? node._values[0]
            : null;

    /// <summary>Writes the node as JSON. Recursion is bounded by the depth of the names.</summary>
    internal void Write(Utf8JsonWriter json)
    {
        if (_children.Count == 0 && _values.Count == 1)
        {
            json.WriteStringValue(_values[0]);
        }
        else if (_children.Count == 0 && _values.Count > 1)
        {
            WriteValues(json);
        }
        else if (_values.Count == 0 && _children.Count > 0 && ListedChildren() is { } items)
        {
            json.WriteStartArray();
            foreach (var item in items)
            {
                item.Write(json);
            }

            json.WriteEndArray();
        }
        else
        {
            WriteObject(json);
        }
    }

    private void WriteObject(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        foreach (var (name, child) in _children)
        {
            json.WritePropertyName(name);
            child.Write(json);
        }

        // "a=1&a[b]=2": a value beside nested names loses nothing under the empty name, which no child of a bracket can have.
        if (_values.Count > 0)
        {
            json.WritePropertyName("");
            WriteValues(json);
        }

        json.WriteEndObject();
    }

    private void WriteValues(Utf8JsonWriter json)
    {
        json.WriteStartArray();
        _values.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }

    private FormNode Child(string name, bool isAppend)
    {
        var key = isAppend ? _nextIndex.ToString(CultureInfo.InvariantCulture) : name;
        if (Index(key) is { } index && index >= _nextIndex)
        {
            _nextIndex = index + 1;
        }

        if (!_children.TryGetValue(key, out var child))
        {
            _children.Add(key, child = new FormNode());
        }

        return child;
    }

    /// <summary>The children in order when their names are exactly 0, 1, 2 …; otherwise null.</summary>
    private FormNode[]? ListedChildren()
    {
        var items = new FormNode[_children.Count];
        foreach (var (name, child) in _children)
        {
            if (Index(name) is not { } index || index >= items.Length)
            {
                return null;
            }

            items[index] = child;
        }

        return items;
    }

    // "01" is a name, not an index, so every index has one way to be written; huge ones are names too.
    private static int? Index(string name) =>
        name is "0" or [>= '1' and <= '9', ..]
        && name.Length <= 7
        && int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;
}
