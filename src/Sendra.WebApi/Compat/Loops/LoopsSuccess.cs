namespace Sendra.WebApi.Compat.Loops;

/// <summary>It is done.</summary>
public sealed record LoopsSuccess
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;
}
