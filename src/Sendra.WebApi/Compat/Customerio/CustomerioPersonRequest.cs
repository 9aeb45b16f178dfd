using System.Text.Json;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>A person. All fields that have no name here are attributes.</summary>
public sealed record CustomerioPersonRequest : ForeignBody
{
    /// <summary>The address. Needed when the path has another id, which nobody has yet.</summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>True suppresses marketing to the address. False lifts nothing: only the person can do that.</summary>
    public JsonElement? Unsubscribed { get; init; }
}
