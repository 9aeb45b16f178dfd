namespace Sendra.WebApi.Compat.Resend;

/// <summary>A contact that was saved.</summary>
/// <param name="Id">Its id in Sendra.</param>
public sealed record ResendSavedContact(ContactId Id)
{
    /// <summary>Always <c>contact</c>.</summary>
    /// <example>contact</example>
    public string Object => "contact";
}
