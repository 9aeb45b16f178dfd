using System.Text.Json.Serialization;
using Sendra.Client.Json;

namespace Sendra.Client.Events;

/// <summary>"This person did this."</summary>
public sealed record SendEvent
{
    /// <summary>
    /// The person: one email address of at most 254 characters. Lower-cased; the contact is made when there is none. May be left out when
    /// <c>externalId</c> names a contact that is known.
    /// </summary>
    public string? Email { get; init; }

    /// <summary>
    /// The id that your own system gives to this person: 1 to 255 characters, unique in the workspace, case included; white space around it
    /// is cut. Beside <c>email</c> it becomes the contact's id; an id that another contact has is left out and named in the answer's
    /// warnings. Without <c>email</c> it finds the contact.
    /// </summary>
    public string? ExternalId { get; init; }

    /// <summary>What was done: 1 to 255 characters. Automations match it exactly, case included.</summary>
    public required string EventName { get; init; }

    /// <summary>
    /// Anything that becomes JSON of up to 256 KiB and 64 levels: an object, also an anonymous one, is written in camelCase; a
    /// <see cref="System.Text.Json.JsonElement"/> or <see cref="System.Text.Json.Nodes.JsonNode"/> as it stands.
    /// </summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? EventProperties { get; init; }

    /// <summary>
    /// Patches firstName, lastName, name and declared custom fields: absent keys change nothing, null clears. What can't be taken is left
    /// out and named in the answer's warnings. 256 KiB at most, written as <see cref="EventProperties"/> are.
    /// </summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? ContactProperties { get; init; }

    /// <summary>
    /// When it happened, at most 5 minutes ahead. Shown in the log; rules go by the time of arrival, but for events with
    /// <c>history</c>.
    /// </summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>
    /// True to fill in an event of the past, with its <c>occurredAt</c> of any age (when it is left out, the event counts as of now). It is
    /// logged and counted, and conditions on past events see it as of <c>occurredAt</c>. It enrolls, exits and wakes nobody, and its
    /// <c>contactProperties</c> are kept with it but not applied. The contact is made when there is none.
    /// </summary>
    public bool History { get; init; }

    /// <summary>True to get the answer and write nothing.</summary>
    public bool DryRun { get; init; }
}
