using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>A contact. All fields that have no name here are contact properties.</summary>
public sealed record LoopsContactRequest : ForeignBody
{
    /// <summary>The address.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>Your own id of the contact.</summary>
    /// <example>user_1815</example>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? UserId { get; init; }

    /// <summary>False suppresses marketing to the address. True lifts nothing: only the person can do that.</summary>
    public bool? Subscribed { get; init; }

    /// <summary>Accepted and not used: Sendra has no mailing lists.</summary>
    public JsonElement? MailingLists { get; init; }
}
