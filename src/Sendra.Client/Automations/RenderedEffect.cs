using System.Text.Json;

namespace Sendra.Client.Automations;

/// <summary>
/// What a step would send: an email with its subject, html and text, an event with its eventName and properties, or a call with its method,
/// url, headers and body, without the headers that identify and sign each call.
/// </summary>
public sealed record RenderedEffect
{
    /// <summary>The email's subject.</summary>
    public string? Subject { get; init; }

    /// <summary>The email's HTML part.</summary>
    public string? Html { get; init; }

    /// <summary>The email's text part.</summary>
    public string? Text { get; init; }

    /// <summary>The call's HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The call's URL.</summary>
    public string? Url { get; init; }

    /// <summary>The call's headers by name: the step's own, and the content type of a body.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The call's body; null if there is none, and for an email or event.</summary>
    public string? Body { get; init; }

    /// <summary>The event's name.</summary>
    public string? EventName { get; init; }

    /// <summary>The event's properties; omitted if there are none.</summary>
    public JsonElement? Properties { get; init; }
}
