using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Sendra.Domain.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Contracts.Events;

/// <summary>"This person did this."</summary>
public sealed record SendEventRequest
{
    /// <summary>
    /// The person: one email address of at most 254 characters. Lower-cased; the contact is made when there is none. May be left out
    /// when <c>externalId</c> names a contact that is known.
    /// </summary>
    /// <example>ada@example.com</example>
    public string? Email { get; init; }

    /// <summary>
    /// The id that your own system gives to this person: 1 to 255 characters, unique in the workspace, case included; white space around it
    /// is cut. Beside <c>email</c> it becomes the contact's id, and <c>null</c> clears it; an id that another contact has is left out and named in
    /// the answer's warnings. Without <c>email</c> it finds the contact.
    /// </summary>
    /// <example>user_1815</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public StatedText ExternalId { get; init; }

    /// <summary>What was done: 1 to 255 characters. Automations match it exactly, case included.</summary>
    /// <example>signUp</example>
    [Required]
    public string? EventName { get; init; }

    /// <summary>Any JSON value up to 256 KiB and 64 levels; shown in the log exactly as sent.</summary>
    /// <example>{"plan": "pro", "referrer": "newsletter"}</example>
    public RawJson? EventProperties { get; init; }

    /// <summary>
    /// Patches firstName, lastName, name and declared custom fields: absent keys change nothing, null clears. What
    /// can't be taken is left out and named in the answer's warnings. 256 KiB at most.
    /// </summary>
    /// <example>{"firstName": "Ada"}</example>
    public RawJson? ContactProperties { get; init; }

    /// <summary>
    /// When it happened, ISO 8601 (basic or extended), at most 5 minutes ahead. Shown in the log; rules go by the time of arrival, but for
    /// events with <c>history</c>.
    /// </summary>
    /// <example>2026-01-31T12:00:00Z</example>
    [JsonConverter(typeof(TimeTextConverter))]
    public string? OccurredAt { get; init; }

    /// <summary>
    /// True to fill in an event of the past, with its <c>occurredAt</c> of any age (when it is left out, the event counts as of now). It is
    /// logged and counted, and conditions on past events see it as of <c>occurredAt</c>. It enrolls, exits and wakes nobody, and its
    /// <c>contactProperties</c> are kept with it but not applied. The contact is made when there is none.
    /// </summary>
    /// <example>false</example>
    // Left out when false: a call without it is still the one that was kept with its Idempotency-Key before there was such a field.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool History { get; init; }

    /// <summary>True to get the answer and write nothing.</summary>
    /// <example>false</example>
    public bool DryRun { get; init; }
}
