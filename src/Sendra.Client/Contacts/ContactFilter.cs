using UrlQuery = Sendra.Client.Http.Query;

namespace Sendra.Client.Contacts;

/// <summary>Which contacts to list.</summary>
public sealed record ContactFilter
{
    /// <summary>Only the contact with this email, in any spelling that normalizes to it.</summary>
    public string? Email { get; init; }

    /// <summary>Only the one with this external id; case counts.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Only contacts whose names or email have these words in any part of them.</summary>
    public string? Query { get; init; }

    /// <summary>In which order. Default: newest first.</summary>
    public ContactSort? Sort { get; init; }

    internal static UrlQuery Apply(ContactFilter? filter, UrlQuery query) => query
        .Add("email", filter?.Email)
        .Add("externalId", filter?.ExternalId)
        .Add("query", filter?.Query)
        .Add("sort", filter?.Sort);
}
