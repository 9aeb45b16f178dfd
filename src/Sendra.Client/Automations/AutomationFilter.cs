using UrlQuery = Sendra.Client.Http.Query;

namespace Sendra.Client.Automations;

/// <summary>Which automations to list.</summary>
public sealed record AutomationFilter
{
    /// <summary>Only those with this status.</summary>
    public AutomationStatus? Status { get; init; }

    /// <summary>Only those whose name contains this text, ignoring case.</summary>
    public string? Query { get; init; }

    internal static UrlQuery Apply(AutomationFilter? filter, UrlQuery query) => query
        .Add("status", filter?.Status)
        .Add("query", filter?.Query);
}
