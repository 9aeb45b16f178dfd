namespace Sendra.Client.Automations;

/// <summary>A version of an automation's steps.</summary>
public sealed record AutomationVersion
{
    /// <summary>The version number, from 1.</summary>
    public int Version { get; init; }

    public DateTimeOffset SavedAt { get; init; }

    /// <summary>The member's email or the API key's name; null if that is gone, or if an upgrade created the version.</summary>
    public string? SavedBy { get; init; }

    /// <summary>How many active runs follow it.</summary>
    public long Active { get; init; }
}
