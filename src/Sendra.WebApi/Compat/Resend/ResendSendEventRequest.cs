using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Resend;

/// <summary>An event, sent to one contact.</summary>
public sealed record ResendSendEventRequest : ForeignBody
{
    /// <summary>The event's name.</summary>
    /// <example>user.created</example>
    [Required]
    public string? Event { get; init; }

    /// <summary>The contact's address; the contact is made when there is none. Either this or <c>contact_id</c>.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>The contact's id in Sendra.</summary>
    [JsonPropertyName("contact_id")]
    public ContactId? ContactId { get; init; }

    /// <summary>Any JSON: the event's properties.</summary>
    /// <example>{"plan": "pro"}</example>
    public RawJson? Payload { get; init; }
}
