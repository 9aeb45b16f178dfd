using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <summary>A <see cref="ContactFilter"/> as it was asked for: unchecked.</summary>
/// <param name="Email">Only the contact with this email, in any spelling that normalizes to it (E1), or null.</param>
/// <param name="ExternalId">Only the one with this external id (E0), or null.</param>
/// <param name="Query">Only contacts whose names or email have these words, ignoring case and accents, or null.</param>
/// <param name="Sort">The order; the newest first when null.</param>
public sealed record ContactFilterText(string? Email, string? ExternalId, string? Query, ContactSort? Sort)
{
    internal ContactFilter Read() => new(
        EmailAddress.TryParse(Email, out var email, out _) ? email : null,
        Domain.Contacts.ExternalId.TryParse(ExternalId, out var id, out _) ? id : null,
        ContactSearch.Of(Query),
        Sort ?? ContactSort.Newest);
}
