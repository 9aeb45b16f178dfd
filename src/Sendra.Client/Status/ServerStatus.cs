namespace Sendra.Client.Status;

/// <summary>Who you are to the server, and how it is.</summary>
public sealed record ServerStatus
{
    /// <summary>The server's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>What time it is to the server.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>The workspace of the key.</summary>
    public StatusWorkspace Workspace { get; init; } = new();

    /// <summary>The key.</summary>
    public StatusKey? Key { get; init; }

    /// <summary>How busy the node is that answered.</summary>
    public NodeLoad Load { get; init; } = new();
}
