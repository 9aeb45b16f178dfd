namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact was deleted.</summary>
public sealed record LoopsDeletedContact
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;

    /// <summary>A sentence for people.</summary>
    /// <example>Contact deleted.</example>
    public string Message => "Contact deleted.";
}
