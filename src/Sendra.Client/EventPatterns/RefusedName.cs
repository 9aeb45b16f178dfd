namespace Sendra.Client.EventPatterns;

/// <summary>A name that can't be declared.</summary>
public sealed record RefusedName
{
    /// <summary>The name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Why, as a sentence.</summary>
    public string Reason { get; init; } = "";
}
