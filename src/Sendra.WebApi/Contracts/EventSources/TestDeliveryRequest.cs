using System.ComponentModel.DataAnnotations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.EventSources;

/// <summary>A delivery to send in the sender's place.</summary>
public sealed record TestDeliveryRequest
{
    /// <summary>The body: a JSON value, or a string with the raw body, such as a form. At most 1 MiB.</summary>
    /// <example>{"type": "checkout.session.completed", "data": {"object": {"customer_details": {"email": "ada@example.com"}}}}</example>
    [Required]
    public RawJson? Payload { get; init; }

    /// <summary>The request's headers: at most 100. Content-Type says what a raw body is.</summary>
    /// <example>{"Content-Type": "application/json"}</example>
    public IReadOnlyDictionary<string, string?>? Headers { get; init; }
}
