using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Sendra.Domain.Common;

/// <summary>
/// Where something lives in a JSON value (S2): <c>data.customer.email</c>, <c>items.0.email</c>, <c>a\.b</c> for a name that
/// contains a dot. A backslash takes the next character literally; letters and digits can't follow it.
/// </summary>
public sealed class DotPath
{
    public const int MaxLength = 500;

    /// <summary>Most names in one path; what is received can't be deeper.</summary>
    public const int MaxSegments = 64;

    private DotPath(string text, IReadOnlyList<string> segments)
    {
        Text = text;
        Segments = segments;
    }

    public string Text { get; }

    /// <summary>The names on the way, unescaped.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Reads a path; on failure <paramref name="problem"/> says in a sentence what is wrong and where.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DotPath? path, [NotNullWhen(false)] out string? problem)
    {
        IReadOnlyList<string> segments = [];
        problem = ProblemWithText(text) ?? Split(text!, out segments);
        path = problem is null ? new DotPath(text!, segments) : null;
        return path is not null;
    }

    /// <summary>Follows the path; null when nothing stands there.</summary>
    public JsonElement? Follow(JsonElement root)
    {
        var here = root;
        foreach (var name in Segments)
        {
            if (!TryStep(here, name, out here))
            {
                return null;
            }
        }

        return here;
    }

    internal static bool TryStep(JsonElement here, string name, out JsonElement next)
    {
        next = default;
        if (here.ValueKind == JsonValueKind.Object)
        {
            return TryGetProperty(here, name, out next);
        }

        if (here.ValueKind == JsonValueKind.Array && IsIndex(name, out var index) && index < here.GetArrayLength())
        {
            next = here[index];
            return true;
        }

        return false;
    }

    private static bool TryGetProperty(JsonElement here, string name, out JsonElement value)
    {
        try
        {
            return here.TryGetProperty(name, out value);
        }
        catch (InvalidOperationException)
        {
            // Beside it stands a name with half of a surrogate pair, at which the reader of JSON throws.
            value = default;
            return false;
        }
    }

    private static bool IsIndex(string name, out int index) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out index);

    internal static string? ProblemWithText(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "The path is empty. Write where the value lives, for example data.customer.email.";
        }

        if (text.Length > MaxLength)
        {
            return $"The path has {text.Length} characters; at most {MaxLength} are allowed.";
        }

        if (Common.Text.HasControlCharacter(text))
        {
            return "The path has a control character in it, such as a tab or a line break. Remove it.";
        }

        if (Common.Text.HasLoneSurrogate(text))
        {
            return "The path has half a character in it (a lone surrogate). Write it again.";
        }

        if (char.IsWhiteSpace(text[0]))
        {
            return "The path starts with a space. Remove it, or write \"\\ \" if the name really starts with one.";
        }

        if (char.IsWhiteSpace(text[^1]) && !EndsEscaped(text))
        {
            return "The path ends with a space. Remove it, or write \"\\ \" if the name really ends with one.";
        }

        return text is "$" || text.StartsWith("$.", StringComparison.Ordinal) || text.StartsWith("$[", StringComparison.Ordinal)
            ? "The path starts with $, as in JSONPath. Leave out the $: data.customer.email."
            : null;
    }

    /// <summary>Cuts the text at its unescaped dots; answers what is wrong, or null.</summary>
    internal static string? Split(string text, out IReadOnlyList<string> segments)
    {
        var names = new List<string>();
        var name = new StringBuilder();
        segments = names;

        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || text[i] == '.')
            {
                if (name.Length == 0)
                {
                    return EmptyName(text, i);
                }

                names.Add(name.ToString());
                name.Clear();
            }
            else if (text[i] == '[')
            {
                return $"The path has a bracket at position {i + 1}. Write items.0.email instead of items[0].email, and data.email instead of data[email]; a name that contains a bracket is written \\[.";
            }
            else if (text[i] == '\\')
            {
                i++;
                if (i == text.Length)
                {
                    return "The path ends with a backslash that escapes nothing. Write \\\\ for a backslash in a name.";
                }

                if (char.IsAsciiLetterOrDigit(text[i]))
                {
                    return $"The path has \\{text[i]} at position {i}, which means nothing. Write \\. for a dot and \\\\ for a backslash in a name.";
                }

                name.Append(text[i]);
            }
            else
            {
                name.Append(text[i]);
            }
        }

        return names.Count > MaxSegments
            ? $"The path goes {names.Count} names deep; at most {MaxSegments} are allowed."
            : null;
    }

    private static string EmptyName(string text, int dot) => dot switch
    {
        0 => "The path starts with a dot. Start with the name of a field.",
        _ when dot == text.Length => "The path ends with a dot. A name must follow, or remove the dot.",
        _ => $"The path has an empty name at position {dot + 1}: two dots follow each other. A dot inside a name is written \\.",
    };

    private static bool EndsEscaped(string text)
    {
        var backslashes = 0;
        for (var i = text.Length - 2; i >= 0 && text[i] == '\\'; i--)
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
