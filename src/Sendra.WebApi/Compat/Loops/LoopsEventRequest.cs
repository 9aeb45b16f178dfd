using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Loops;

/// <summary>An event. All fields that have no name here are contact properties.</summary>
public sealed record LoopsEventRequest : ForeignBody
{
    /// <summary>The contact's address; the contact is made when there is none.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>Your own id of the contact. Without an email, it finds the contact.</summary>
    /// <example>user_1815</example>
    [JsonConverter(typeof(LooseTextConverter))]
    public string? UserId { get; init; }

    /// <summary>The event's name.</summary>
    /// <example>signup</example>
    [Required]
    public string? EventName { get; init; }

    /// <summary>The event's properties.</summary>
    /// <example>{"plan": "pro"}</example>
    public RawJson? EventProperties { get; init; }

    /// <summary>Accepted and not used: Sendra has no mailing lists.</summary>
    public JsonElement? MailingLists { get; init; }
}
