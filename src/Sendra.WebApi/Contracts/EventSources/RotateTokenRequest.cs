namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>Asks for a new URL.</summary>
public sealed record RotateTokenRequest
{
    /// <summary>For how many hours the old URL goes on working: 0 (default) to 720.</summary>
    /// <example>24</example>
    public int? OverlapHours { get; init; }
}
