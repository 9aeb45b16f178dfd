using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.Conditions;

/// <summary>
/// A field that conditions, waits and updates read: <c>contact.plan</c>, <c>event.order.id</c>, <c>trigger.items.0.sku</c>.
/// </summary>
public sealed record FieldPath
{
    private const string Expected = "Write contact.email or another contact property, event.… or trigger.… with a path into the properties, for example event.order.id.";

    private FieldPath(string text, FieldRoot root, DotPath path)
    {
        Text = text;
        Root = root;
        Path = path;
    }

    public string Text { get; }

    public FieldRoot Root { get; }

    /// <summary>The way from the root; of a contact it is one name.</summary>
    public DotPath Path { get; }

    /// <summary>Reads a field's path; on failure <paramref name="problem"/> says in a sentence what is wrong.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out FieldPath? field, [NotNullWhen(false)] out string? problem)
    {
        field = null;
        var dot = text?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        if (dot < 0 || RootNamed(text![..dot]) is not { } root)
        {
            problem = text is { Length: > 0 } ? $"{Excerpt.Text(text)} isn't a field. {Expected}" : $"The field is empty. {Expected}";
            return false;
        }

        if (!DotPath.TryParse(text[(dot + 1)..], out var path, out problem))
        {
            problem = $"{Excerpt.Text(text)} isn't a field. {problem}";
            return false;
        }

        if (root == FieldRoot.Contact && path.Segments.Count > 1)
        {
            problem = $"{Excerpt.Text(text)} isn't a field: contact properties have no fields inside.";
            return false;
        }

        field = new FieldPath(text, root, path);
        return true;
    }

    public bool Equals(FieldPath? other) => other?.Text == Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    private static FieldRoot? RootNamed(string name) => name switch
    {
        "contact" => FieldRoot.Contact,
        "event" => FieldRoot.Event,
        "trigger" => FieldRoot.Trigger,
        _ => null,
    };
}
