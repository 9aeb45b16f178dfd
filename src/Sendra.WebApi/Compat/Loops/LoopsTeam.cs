namespace Sendra.WebApi.Compat.Loops;

/// <summary>Whose the API key is.</summary>
/// <param name="TeamName">The name of the workspace.</param>
public sealed record LoopsTeam(string TeamName)
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;
}
