namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact that was saved.</summary>
/// <param name="Id">Its id in Sendra.</param>
public sealed record LoopsSavedContact(ContactId Id)
{
    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Success => true;
}
