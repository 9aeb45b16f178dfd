using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>A contact as it was saved.</summary>
/// <param name="IsNew">True when it was made.</param>
/// <param name="Warnings">What was left out (E0, E4).</param>
public sealed record SavedContact(Contact Contact, bool IsNew, IReadOnlyList<ContactWarning> Warnings);
