using System.Text.Json.Serialization;
using Sendra.Application.Messages;
using Sendra.Application.Workflows;
using Sendra.Domain.Common;

namespace Sendra.Application.Automations.TestAutomation;

/// <summary>
/// What a step would send: an email with its subject, html and text, an event with its eventName and properties, or a call with its method, url, headers and body, without the headers that
/// identify and sign each call.
/// </summary>
public sealed record RenderedEffect
{
    /// <summary>The email's subject.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Subject { get; init; }

    /// <summary>The email's HTML part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Html { get; init; }

    /// <summary>The email's text part.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Text { get; init; }

    /// <summary>The call's HTTP method.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Method { get; init; }

    /// <summary>The call's URL.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Url { get; init; }

    /// <summary>The call's headers by name: the step's own, and the content type of a body.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>The call's body; null if there is none, and for an email or event.</summary>
    public string? Body { get; init; }

    /// <summary>The event's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? EventName { get; init; }

    /// <summary>The event's properties; omitted if there are none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RawJson? Properties { get; init; }

    /// <summary>How many characters it has.</summary>
    internal int Size => new[] { Subject, Html, Text, Url, Body, EventName, Properties?.Text }.Sum(part => part?.Length ?? 0) + (Headers?.Sum(header => header.Key.Length + header.Value.Length) ?? 0);

    internal static RenderedEffect Of(OutgoingCall call) => new()
    {
        Method = call.Method,
        Url = call.Url,
        Headers = call.Headers.ToDictionary(header => header.Name, header => header.Value),
        Body = call.Body,
    };

    internal static RenderedEffect Of(OutgoingEvent sent) => new() { EventName = sent.Name.Value, Properties = sent.Properties };

    internal static RenderedEffect Of(RenderedMail mail) => new() { Subject = mail.Subject, Html = mail.Html, Text = mail.Text };
}
