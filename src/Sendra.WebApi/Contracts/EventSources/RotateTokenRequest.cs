namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>Asks for a new URL.</summary>
public sealed record RotateTokenRequest
{
    /// <summary>How many hours the old URL keeps working: 0 to 720. Default: 0.</summary>
    /// <example>24</example>
    public int? OverlapHours { get; init; }
}
