namespace Sendra.Client.Status;

/// <summary>A workspace.</summary>
public sealed record StatusWorkspace
{
    /// <summary>Its id.</summary>
    public string Id { get; init; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";
}
