namespace Sendra.Client.Status;

/// <summary>An API key.</summary>
public sealed record StatusKey
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Its beginning, by which people recognize it.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What it can do: <c>events:send</c>, <c>read</c>, <c>manage</c>.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];
}
