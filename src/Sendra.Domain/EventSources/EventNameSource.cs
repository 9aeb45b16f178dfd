using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sendra.Domain.EventPatterns;

namespace Sendra.Domain.EventSources;

/// <summary>Where a source's event name comes from, and what it is called here (S13): one fixed name, or a path into each delivery.</summary>
public sealed class EventNameSource
{
    /// <summary>Most names that one source maps, and that it takes.</summary>
    public const int MaxNames = 500;

    private EventNameSource(Events.EventName? fixedName, PayloadPath? path) => (Fixed, Path) = (fixedName, path);

    /// <summary>The fixed name, or null when it is read by path.</summary>
    public Events.EventName? Fixed { get; }

    /// <summary>The path, or null when the name is fixed.</summary>
    public PayloadPath? Path { get; }

    /// <summary>What names are called here, by the name as it comes.</summary>
    public IReadOnlyDictionary<string, Events.EventName> Map { get; private init; } = new Dictionary<string, Events.EventName>();

    /// <summary>What goes before every name that is not mapped.</summary>
    public string? Prefix { get; private init; }

    /// <summary>The names, as they come, that are taken; null for all.</summary>
    public IReadOnlySet<string>? Only { get; private init; }

    /// <summary>Whether a name that is not mapped stays as it comes, also where a pattern could not have it.</summary>
    public bool KeepsName { get; private init; }

    /// <summary>Every delivery is this event.</summary>
    public static EventNameSource Always(Events.EventName name) => new(name, null);

    /// <summary>Each delivery says its event's name.</summary>
    public static EventNameSource ReadFrom(
        PayloadPath path, IReadOnlyDictionary<string, Events.EventName>? map = null, string? prefix = null, IReadOnlySet<string>? only = null, bool keepsName = false) =>
        new(null, path) { Map = map ?? new Dictionary<string, Events.EventName>(), Prefix = prefix, Only = only, KeepsName = keepsName };

    /// <summary>Whether events of this name, as it comes, are taken.</summary>
    public bool Takes(string name) => Only?.Contains(name) ?? true;

    /// <summary>What a name is called here, or why it can't be one (E2).</summary>
    /// <param name="text">The name as it comes.</param>
    internal bool TryRename(string text, [NotNullWhen(true)] out Events.EventName? name, [NotNullWhen(false)] out string? problem)
    {
        if (Map.TryGetValue(text, out name))
        {
            problem = null;
            return true;
        }

        return Events.EventName.TryParse(text, out _, out problem) && Events.EventName.TryParse(Prefix + (KeepsName ? text : Declarable(text)), out name, out problem);
    }

    // What a pattern's name can't have becomes a dot, so that the name can be declared.
    private static string Declarable(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            text.Append(rune.IsAscii && PatternName.Allows((char)rune.Value) ? (char)rune.Value : '.');
        }

        return text.ToString();
    }
}
