using Sendra.Domain.Contacts;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>Between a whole contact and its contract.</summary>
internal static class ContactContracts
{
    /// <summary>With the values of all custom fields that were ever set, declared or not.</summary>
    public static ContactResponse ToResponse(this Contact contact) => new(
        contact.Id,
        contact.Email,
        contact.FirstName,
        contact.LastName,
        contact.Name,
        contact.CustomFields.Json,
        contact.CreatedAt,
        contact.LastEventAt);
}
