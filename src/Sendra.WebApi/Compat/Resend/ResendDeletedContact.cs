namespace Sendra.WebApi.Compat.Resend;

/// <summary>A contact that was erased.</summary>
/// <param name="Contact">The id that it had.</param>
public sealed record ResendDeletedContact(ContactId Contact)
{
    /// <summary>Always <c>contact</c>.</summary>
    /// <example>contact</example>
    public string Object => "contact";

    /// <summary>Always true.</summary>
    /// <example>true</example>
    public bool Deleted => true;
}
