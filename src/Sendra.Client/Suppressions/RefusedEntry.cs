namespace Sendra.Client.Suppressions;

/// <summary>An entry that was not imported.</summary>
public sealed record RefusedEntry
{
    /// <summary>The line in the CSV, or the place in the list, from 1.</summary>
    public int Line { get; init; }

    /// <summary>What is wrong with it.</summary>
    public string Message { get; init; } = "";
}
