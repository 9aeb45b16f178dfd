namespace Sendra.WebApi.Compat.Loops;

/// <summary>An error as Loops' clients read it.</summary>
/// <param name="Message">A sentence for people.</param>
public sealed record LoopsError(string Message)
{
    /// <summary>Always false.</summary>
    /// <example>false</example>
    public bool Success => false;
}
