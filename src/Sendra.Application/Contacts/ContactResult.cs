using System.Text.Json.Serialization;
using Sendra.Application.Suppressions;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Application.Contacts;

/// <summary>A person, identified by email.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Email">The normalized email.</param>
/// <param name="ExternalId">The id that your own system gives to this person; null when it gave none.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="Name">Full name.</param>
/// <param name="CustomFields">A JSON object with the values of the currently declared custom fields.</param>
/// <param name="CreatedAt">When the contact was first seen.</param>
/// <param name="LastEventAt">When the last event arrived.</param>
/// <param name="Suppression">Why the contact gets no email, or no marketing; null if nothing suppresses it.</param>
public sealed record ContactResult(
    ContactId Id,
    string Email,
    string? ExternalId,
    string? FirstName,
    string? LastName,
    string? Name,
    RawJson CustomFields,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastEventAt,
    ContactSuppression? Suppression)
{
    /// <summary>In the answer of a call that saved the contact: what was left out, and why. Omitted otherwise.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ContactWarning>? Warnings { get; init; }

    /// <summary>As it was saved. The call's fields stand at the top, and so do its warnings'.</summary>
    internal static ContactResult Saved(SavedContact saved, IReadOnlyDictionary<string, CustomField> declared, Suppression? suppression) =>
        From(saved.Contact, declared, suppression) with
        {
            Warnings = [.. saved.Warnings.Select(warning => warning with { Field = warning.Field.Replace("contactProperties.", "", StringComparison.Ordinal) })],
        };

    internal static ContactResult From(Contact contact, IReadOnlyDictionary<string, CustomField> declared, Suppression? suppression) =>
        From(contact, contact.CustomFields.DeclaredIn(declared).Json, suppression);

    /// <summary>With the values of all custom fields that were ever set, declared or not.</summary>
    internal static ContactResult Whole(Contact contact, Suppression? suppression) => From(contact, contact.CustomFields.Json, suppression);

    private static ContactResult From(Contact contact, RawJson customFields, Suppression? suppression) => new(
        contact.Id,
        contact.Email,
        contact.ExternalId,
        contact.FirstName,
        contact.LastName,
        contact.Name,
        customFields,
        contact.CreatedAt,
        contact.LastEventAt,
        ContactSuppression.From(suppression));
}
