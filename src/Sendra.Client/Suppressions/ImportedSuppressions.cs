namespace Sendra.Client.Suppressions;

/// <summary>What became of a list.</summary>
public sealed record ImportedSuppressions
{
    /// <summary>How many addresses are suppressed now and were not before, or not as widely.</summary>
    public int Added { get; init; }

    /// <summary>How many were suppressed as widely before, or are in the list twice.</summary>
    public int Unchanged { get; init; }

    /// <summary>How many entries were not imported.</summary>
    public int Rejected { get; init; }

    /// <summary>Why: the first 1,000 of them.</summary>
    public IReadOnlyList<RefusedEntry> Errors { get; init; } = [];
}
