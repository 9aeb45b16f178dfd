using System.Diagnostics.CodeAnalysis;
using System.Text;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>
/// Where something lives in a delivery (S2): <c>data.customer.email</c>, <c>items.0.email</c>, <c>a\.b</c> for a key that contains
/// a dot, <c>header:X-GitHub-Event</c> for a request header. Parsed once; a path that makes no sense is refused with the reason.
/// A backslash takes the next character literally; letters and digits can't follow it.
/// </summary>
public sealed class PayloadPath : IEquatable<PayloadPath>
{
    /// <summary>Most characters of a path's text.</summary>
    public const int MaxLength = DotPath.MaxLength;

    /// <summary>Most names in one path; a payload can't be deeper.</summary>
    public const int MaxSegments = DotPath.MaxSegments;

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
        problem = DotPath.ProblemWithText(text);
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
            problem = DotPath.Split(text, out var segments);
            path = problem is null ? new PayloadPath(text, null, segments) : null;
        }

        return problem is null;
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

    private static string? ProblemWithHeader(string name)
    {
        if (name.Length == 0)
        {
            return "The path doesn't name a header. Write it after the colon, for example header:X-GitHub-Event.";
        }

        if (!HeaderName.IsLegal(name))
        {
            var odd = name.First(mark => !HeaderName.IsLegal(mark));
            return $"{Excerpt.Text(name)} isn't a header name: it can't contain {Excerpt.Text(odd.ToString())}.";
        }

        return SecretHeaders.Contains(name)
            ? $"The header {name} can't be read by a path: it may hold a secret or belongs to the network, so Sendra doesn't store it."
            : null;
    }

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
}
