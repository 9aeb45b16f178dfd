using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Application.Contacts;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>A contact.</summary>
/// <param name="Id">Its id in Sendra.</param>
/// <param name="Email">The address.</param>
/// <param name="FirstName">First name.</param>
/// <param name="LastName">Last name.</param>
/// <param name="CreatedAt">When it was first seen.</param>
/// <param name="Unsubscribed">True when nothing, or no marketing, is sent to the address.</param>
/// <param name="Properties">The custom fields.</param>
public sealed record ResendContact(
    ContactId Id,
    string Email,
    [property: JsonPropertyName("first_name")] string? FirstName,
    [property: JsonPropertyName("last_name")] string? LastName,
    [property: JsonPropertyName("created_at")] DateTimeOffset CreatedAt,
    bool Unsubscribed,
    IReadOnlyDictionary<string, ResendPropertyValue> Properties)
{
    /// <summary>Always <c>contact</c>.</summary>
    /// <example>contact</example>
    public string Object => "contact";

    internal static ResendContact From(ContactResult contact) => new(
        contact.Id,
        contact.Email,
        contact.FirstName,
        contact.LastName,
        contact.CreatedAt,
        contact.Suppression is not null,
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(contact.CustomFields.Text)!.ToDictionary(field => field.Key, field => ResendPropertyValue.From(field.Value)));
}
