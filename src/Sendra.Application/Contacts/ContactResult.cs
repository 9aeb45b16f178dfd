using Sendra.Domain.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts;

/// <param name="Email">The normalised address.</param>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Name">The whole name.</param>
/// <param name="CustomFields">A JSON object with the values of the fields that are declared now.</param>
/// <param name="CreatedAt">When the contact was first seen.</param>
/// <param name="LastEventAt">When the last event arrived.</param>
public sealed record ContactResult(
    ContactId Id,
    string Email,
    string? FirstName,
    string? LastName,
    string? Name,
    RawJson CustomFields,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastEventAt)
{
    internal static ContactResult From(Contact contact, IReadOnlyDictionary<string, CustomField> declared) => new(
        contact.Id,
        contact.Email,
        contact.FirstName,
        contact.LastName,
        contact.Name,
        contact.CustomFields.DeclaredIn(declared).Json,
        contact.CreatedAt,
        contact.LastEventAt);
}
