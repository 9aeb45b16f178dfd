using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Where something lives in a delivery (S2): <c>data.customer.email</c>, <c>items.0.email</c>, <c>a\.b</c> for a key that contains
/// a dot, <c>header:X-GitHub-Event</c> for a request header. Parsed once; a path that makes no sense is refused with the reason.
/// A backslash takes the next character literally; letters and digits can't follow it.
/// </summary>
public sealed class PayloadPath : IEquatable<PayloadPath>
{
    /// <summary>Most characters of a path's text.</summary>
    public const int MaxLength = 500;

    /// <summary>Most names in one path; a payload can't be deeper.</summary>
    public const int MaxSegments = Payload.MaxDepth;

    /// <summary>Starts a path that reads a request header.</summary>
    public const string HeaderPrefix = "header:";

    private PayloadPath(string text, string? header, IReadOnlyList<string> segments)
    {
        Text = text;
        Header = header;
        Segments = segments;
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>The header that the path reads, or null when it leads into the body.</summary>
    public string? Header { get; }

    /// <summary>The names on the way through the body, unescaped; empty for a header path.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Reads a path; on failure <paramref name="problem"/> says in a sentence what is wrong and where.</summary>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out PayloadPath? path,
        [NotNullWhen(false)] out string? problem)
    {
        path = null;
        problem = ProblemWithWhole(text);
        if (problem is not null)
        {
            return false;
        }

        if (text!.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var name = text[HeaderPrefix.Length..];
            problem = ProblemWithHeader(name);
            path = problem is null ? new PayloadPath(HeaderPrefix + name, name, []) : null;
        }
        else
        {
            problem = Split(text, out var segments);
            path = problem is null ? new PayloadPath(text, null, segments) : null;
        }

        return problem is null;
    }

    /// <summary>Reads a path that is known to be good, for example from the database.</summary>
    /// <exception cref="FormatException">The text is no path.</exception>
    public static PayloadPath Parse(string text) =>
        TryParse(text, out var path, out var problem) ? path : throw new FormatException(problem);

    /// <summary>The path through these names, escaped; null when no path can lead there (an empty name, a control character, too long).</summary>
    public static PayloadPath? FromSegments(IReadOnlyList<string> segments)
    {
        ArgumentNullException.ThrowIfNull(segments);
        var text = new StringBuilder();
        for (var i = 0; i < segments.Count; i++)
        {
            var isEdge = (i == 0, i == segments.Count - 1);
            AppendEscaped(text.Append(i == 0 ? "" : "."), segments[i], isEdge);
            if (text.Length > MaxLength)
            {
                return null;
            }
        }

        return TryParse(text.ToString(), out var path, out _) ? path : null;
    }

    /// <summary>Follows the path. Never throws: what is missing is said in the answer.</summary>
    public PathValue Read(Payload payload, RequestHeaders headers)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(headers);
        return Header is null ? PathValue.InBody(payload.Root, Segments) : PathValue.InHeader(Header, headers);
    }

    /// <inheritdoc/>
    public bool Equals(PayloadPath? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static string? ProblemWithWhole(string? text)
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
            ? "The path starts with $, as in JSONPath. Leave the $ away: data.customer.email."
            : null;
    }

    private static string? ProblemWithHeader(string name)
    {
        if (name.Length == 0)
        {
            return "The path names no header. Write it after the colon, for example header:X-GitHub-Event.";
        }

        if (!HeaderName.IsLegal(name))
        {
            var odd = name.First(mark => !HeaderName.IsLegal(mark));
            return $"{Excerpt.Text(name)} is no header name: it can't contain {Excerpt.Text(odd.ToString())}.";
        }

        return SecretHeaders.Contains(name)
            ? $"The header {name} can't be read by a path: it may hold a secret or belongs to the network, and Sendra does not keep it."
            : null;
    }

    /// <summary>Cuts the text at its unescaped dots; answers what is wrong, or null.</summary>
    private static string? Split(string text, out IReadOnlyList<string> segments)
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

    private static void AppendEscaped(StringBuilder text, string name, (bool First, bool Last) edge)
    {
        var header = edge.First && name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? HeaderPrefix.Length - 1 : -1;
        for (var i = 0; i < name.Length; i++)
        {
            var special = name[i] is '.' or '\\' or '['
                || i == header
                || (name == "$" && edge.First)
                || (char.IsWhiteSpace(name[i]) && ((i == 0 && edge.First) || (i == name.Length - 1 && edge.Last)));
            text.Append(special ? "\\" : "").Append(name[i]);
        }
    }

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
