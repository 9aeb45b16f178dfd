namespace Sendra.Client.EventSources;

/// <summary>Where a sender says when it signed: one of the three.</summary>
public sealed record SignatureTimestamp
{
    /// <summary>A header of its own.</summary>
    public string? Header { get; init; }

    /// <summary>A key in the header of the signature.</summary>
    public string? Part { get; init; }

    /// <summary>A path in the body.</summary>
    public string? Field { get; init; }
}
