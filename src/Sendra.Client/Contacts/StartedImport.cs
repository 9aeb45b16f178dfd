namespace Sendra.Client.Contacts;

/// <summary>An import that was received.</summary>
public sealed record StartedImport
{
    /// <summary>Its id, to ask how far it is.</summary>
    public string ImportId { get; init; } = "";
}
