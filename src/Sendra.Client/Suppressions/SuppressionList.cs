namespace Sendra.Client.Suppressions;

/// <summary>Addresses to suppress: <see cref="Items"/> or <see cref="Csv"/>.</summary>
public sealed record SuppressionList
{
    /// <summary>The scope of entries that name none.</summary>
    public SuppressionScope? Scope { get; init; }

    /// <summary>Up to 10,000 entries.</summary>
    public IReadOnlyList<SuppressionEntry>? Items { get; init; }

    /// <summary>The text of a CSV file with a header line.</summary>
    public string? Csv { get; init; }
}
