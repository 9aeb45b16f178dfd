namespace Sendra.Application.Contacts.SaveContact;

/// <summary>A contact as it was saved.</summary>
/// <param name="IsNew">True when it was made.</param>
public sealed record SaveContactResult(ContactResult Contact, bool IsNew);
