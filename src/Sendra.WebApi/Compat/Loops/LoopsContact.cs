using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Application.Contacts;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact, with its custom fields beside the rest.</summary>
public sealed record LoopsContact
{
    /// <summary>Its id in Sendra.</summary>
    public required ContactId Id { get; init; }

    /// <summary>The address.</summary>
    public required string Email { get; init; }

    /// <summary>First name.</summary>
    public required string? FirstName { get; init; }

    /// <summary>Last name.</summary>
    public required string? LastName { get; init; }

    /// <summary>Always <c>API</c>: Sendra does not keep where a contact came from.</summary>
    /// <example>API</example>
    public string Source => "API";

    /// <summary>False when nothing, or no marketing, is sent to the address.</summary>
    public required bool Subscribed { get; init; }

    /// <summary>Always empty: Sendra has no user groups.</summary>
    public string UserGroup => "";

    /// <summary>Your own id of the contact.</summary>
    public required string? UserId { get; init; }

    /// <summary>Always empty: Sendra has no mailing lists.</summary>
    public IReadOnlyDictionary<string, bool> MailingLists => new Dictionary<string, bool>();

    /// <summary>Always null: Sendra has no double opt-in.</summary>
    public string? OptInStatus => null;

    /// <summary>The custom fields, each a field of its own.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> CustomFields { get; init; } = [];

    internal static LoopsContact From(ContactResult contact) => new()
    {
        Id = contact.Id,
        Email = contact.Email,
        FirstName = contact.FirstName,
        LastName = contact.LastName,
        Subscribed = contact.Suppression is null,
        UserId = contact.ExternalId,
        CustomFields = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(contact.CustomFields.Text)!,
    };
}
