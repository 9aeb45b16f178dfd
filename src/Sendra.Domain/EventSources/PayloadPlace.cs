using System.Diagnostics.CodeAnalysis;
using Sendra.Domain.Common;

namespace Sendra.Domain.EventSources;

/// <summary>One place that a <see cref="PayloadPath"/> looks at: a request header, or a way through the body.</summary>
/// <param name="Header">The header; null for a way through the body.</param>
/// <param name="IsFromRoot">Whether the way starts at the root of the delivery (<c>$.</c>) and not at the item that is read.</param>
/// <param name="Segments">The names on the way, unescaped; empty for a header, and for the root itself.</param>
public sealed record PayloadPlace(string? Header, bool IsFromRoot, IReadOnlyList<string> Segments)
{
    private const string Root = "$";

    // What XML says by the name of its root element, paths would miss, since they start inside it.
    private const string RootName = "#name";

    /// <summary>Whether what stands there is said once for all items of a delivery.</summary>
    internal bool IsShared => Header is not null || IsFromRoot;

    internal static bool TryParse(string text, [NotNullWhen(true)] out PayloadPlace? place, [NotNullWhen(false)] out string? problem)
    {
        place = null;
        if (text.StartsWith(PayloadPath.HeaderPrefix, StringComparison.OrdinalIgnoreCase))
        {
            var name = text[PayloadPath.HeaderPrefix.Length..];
            problem = DotPath.ProblemWithText(text) ?? ProblemWithHeader(name);
            place = problem is null ? new PayloadPlace(name, false, []) : null;
        }
        else if (text == Root)
        {
            (place, problem) = (new PayloadPlace(null, true, []), null);
        }
        else
        {
            var isFromRoot = text.StartsWith(Root + '.', StringComparison.Ordinal);
            var way = isFromRoot ? text[2..] : text;
            IReadOnlyList<string> segments = [];
            problem = DotPath.ProblemWithText(way) ?? DotPath.Split(way, out segments);
            place = problem is null ? new PayloadPlace(null, isFromRoot, segments) : null;
        }

        return place is not null;
    }

    /// <summary>What stands there.</summary>
    internal PathValue Read(Payload payload, RequestHeaders headers) => this switch
    {
        { Header: { } header } => PathValue.InHeader(header, headers),
        { IsFromRoot: true } => PathValue.InBody(payload.Outermost, Segments, Payload.Name),
        { Segments: [RootName] } when payload.RootName is { } name => PathValue.OfName(name),
        _ => PathValue.InBody(payload.Root, Segments, payload.Place),
    };

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
}
