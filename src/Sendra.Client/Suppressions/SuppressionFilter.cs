using Sendra.Client.Http;

namespace Sendra.Client.Suppressions;

/// <summary>Which suppressed addresses to list.</summary>
public sealed record SuppressionFilter
{
    /// <summary>Only this address, in any spelling that normalizes to it.</summary>
    public string? Email { get; init; }

    /// <summary>Only those that get no marketing, or no email at all.</summary>
    public SuppressionScope? Scope { get; init; }

    /// <summary>Only those with this origin.</summary>
    public SuppressionOrigin? Origin { get; init; }

    internal static Query Apply(SuppressionFilter? filter, Query query) => query
        .Add("email", filter?.Email)
        .Add("scope", filter?.Scope)
        .Add("origin", filter?.Origin);
}
