using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Where something lives in a delivery (S2): <c>data.customer.email</c>, <c>items.0.email</c>, <c>a\.b</c> for a key that contains
/// a dot, <c>header:X-GitHub-Event</c> for a request header, <c>$.id</c> for what stands at the root when items are read (S11), and
/// <c>a || b</c> for several places that are tried in order (S12). Parsed once; a path that makes no sense is refused with the reason.
/// A backslash takes the next character literally; letters and digits can't follow it.
/// </summary>
public sealed class PayloadPath : IEquatable<PayloadPath>
{
    /// <summary>Most characters of one place's text.</summary>
    public const int MaxLength = DotPath.MaxLength;

    /// <summary>Most names on the way to one place; a payload can't be deeper.</summary>
    public const int MaxSegments = DotPath.MaxSegments;

    /// <summary>Most places of one path.</summary>
    public const int MaxAlternatives = 30;

    /// <summary>Starts a place that is a request header.</summary>
    public const string HeaderPrefix = "header:";

    private const string Or = "||";

    private PayloadPath(string text, IReadOnlyList<(string Text, PayloadPlace Place)> places)
    {
        Text = text;
        Places = places;
    }

    /// <summary>The path as it was written.</summary>
    public string Text { get; }

    /// <summary>Whether one of its places is a request header.</summary>
    public bool ReadsHeader => Places.Any(one => one.Place.Header is not null);

    /// <summary>Whether one of its places is found from the root.</summary>
    public bool StartsAtRoot => Places.Any(one => one.Place.IsFromRoot);

    /// <summary>Its places in order, as they were written.</summary>
    public IReadOnlyList<(string Text, PayloadPlace Place)> Places { get; }

    /// <summary>Reads a path; on failure <paramref name="problem"/> says in a sentence what is wrong and where.</summary>
    public static bool TryParse(
        string? text,
        [NotNullWhen(true)] out PayloadPath? path,
        [NotNullWhen(false)] out string? problem)
    {
        path = null;
        var parts = SplitAlternatives(text ?? "");
        if (parts.Count > MaxAlternatives)
        {
            problem = $"The path has {parts.Count} alternatives; at most {MaxAlternatives} are allowed.";
            return false;
        }

        var places = new List<(string Text, PayloadPlace Place)>(parts.Count);
        foreach (var part in parts)
        {
            if (parts.Count > 1 && part.Length == 0)
            {
                problem = $"A path is missing beside {Or}. Write one on each side: email {Or} customer.email.";
                return false;
            }

            if (!PayloadPlace.TryParse(part, out var place, out problem))
            {
                return false;
            }

            places.Add((place.Header is { } header ? HeaderPrefix + header : part, place));
        }

        problem = null;
        path = new PayloadPath(string.Join($" {Or} ", places.Select(place => place.Text)), places);
        return true;
    }

    /// <summary>Reads a path that is known to be valid, for example from the database.</summary>
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
    public PathValue Read(Payload payload, RequestHeaders headers) => Read(payload, headers, value => value.IsGiven);

    /// <summary>Tries its places in order; the first that is wanted counts.</summary>
    /// <param name="isWanted">Whether what stands at a place is taken.</param>
    internal PathValue Read(Payload payload, RequestHeaders headers, Func<PathValue, bool> isWanted)
    {
        ArgumentNullException.ThrowIfNull(payload);
        ArgumentNullException.ThrowIfNull(headers);
        if (Places is [var (_, only)])
        {
            return only.Read(payload, headers);
        }

        var values = new List<PathValue>(Places.Count);
        foreach (var (_, place) in Places)
        {
            values.Add(place.Read(payload, headers));
            if (isWanted(values[^1]))
            {
                return values[^1];
            }
        }

        return PathValue.OfNone([.. Places.Select(place => place.Text).Zip(values)]);
    }

    /// <inheritdoc/>
    public bool Equals(PayloadPath? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayloadPath);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    // A backslash takes the next character literally, also one of these bars.
    private static List<string> SplitAlternatives(string text)
    {
        if (!text.Contains(Or, StringComparison.Ordinal))
        {
            return [text];
        }

        var parts = new List<string>();
        var begin = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text.AsSpan(i).StartsWith(Or))
            {
                parts.Add(Trim(text[begin..i]));
                begin = i + Or.Length;
                i++;
            }
        }

        parts.Add(Trim(text[begin..]));
        return parts;
    }

    private static string Trim(string part)
    {
        part = part.TrimStart();
        var trimmed = part.TrimEnd();
        var backslashes = trimmed.Length - trimmed.TrimEnd('\\').Length;
        return backslashes % 2 == 1 && trimmed.Length < part.Length ? part[..(trimmed.Length + 1)] : trimmed;
    }

    private static void AppendEscaped(StringBuilder text, string name, (bool First, bool Last) edge)
    {
        var header = edge.First && name.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) ? HeaderPrefix.Length - 1 : -1;
        for (var i = 0; i < name.Length; i++)
        {
            var special = name[i] is '.' or '\\' or '['
                || i == header
                || (name == "$" && edge.First)
                || (name[i] == '|' && name.Contains(Or, StringComparison.Ordinal))
                || (char.IsWhiteSpace(name[i]) && ((i == 0 && edge.First) || (i == name.Length - 1 && edge.Last)));
            text.Append(special ? "\\" : "").Append(name[i]);
        }
    }
}
