using System.Text.Json.Serialization;
using Sendra.Client.Json;

namespace Sendra.Client.Automations;

/// <summary>What an automation does.</summary>
public sealed record AutomationDefinition
{
    /// <summary>The automation's name, 1 to 200 characters.</summary>
    public required string Name { get; init; }

    /// <summary>What enrolls contacts: an event with this name.</summary>
    public required TriggerDefinition Trigger { get; init; }

    /// <summary>How often a contact can enter an automation.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>
    /// With the frequency <c>oncePerPeriod</c>, and only then: how long after an enrollment the next may begin, as an ISO 8601 duration
    /// longer than nothing and at most P3660D. Days, weeks, months and years go by the calendar of the workspace's time zone.
    /// </summary>
    public string? FrequencyPeriod { get; init; }

    /// <summary>
    /// With the frequency <c>oncePerKey</c>, and only then: where an event has its key, as <c>event.</c> and a path into its properties. A
    /// key is text, a number or a boolean, of any length. Equal numbers are one key (<c>1</c>, <c>1.0</c>); <c>1</c> and <c>"1"</c> are
    /// two.
    /// </summary>
    public string? FrequencyKey { get; init; }

    /// <summary>The events that end active enrollments, at most 50. Default: none.</summary>
    public IReadOnlyList<string>? ExitEvents { get; init; }

    /// <summary>
    /// Conditions of exit events, by the event's name: only the enrollments that meet it are dropped. <c>event.…</c> is the exit event,
    /// <c>trigger.…</c> the event that made the enrollment. An exit event without a condition drops all; none when left out.
    /// </summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? ExitConditions { get; init; }

    /// <summary>
    /// The steps that an enrollment goes through, at most 200. Runs begin at the first one. Each step has an <c>id</c>, a <c>type</c>
    /// (wait, waitForEvent, branch, split, updateContact or callUrl), perhaps a <c>name</c>, the fields of its type, and where it leads
    /// (<c>next</c>; the run completes where that is left out). A waitForEvent goes on to <c>next</c> when an event named <c>eventName</c>
    /// arrives that meets <c>where</c>, and to <c>timedOut</c> when none does within <c>timeout</c>, at most 400 days. A callUrl sends
    /// <c>method</c>, <c>url</c>, <c>headers</c> and <c>body</c> (Liquid, but for scheme and host), signed by Standard Webhooks. It goes on
    /// to <c>next</c> after a 2xx response, and to <c>failed</c> after any other final one: 408, 425, 429, 5xx and no response are tried up
    /// to 8 times. Left out, the steps stay as they are; <c>[]</c> is none.
    /// </summary>
    [JsonConverter(typeof(FreeJsonConverter))]
    public object? Steps { get; init; }

    /// <summary>What happens to active runs when the steps change.</summary>
    public InFlight? InFlight { get; init; }

    /// <summary>
    /// The version that you edited. If the automation has another one now, the call fails with 409 <c>changedMeanwhile</c>. If omitted,
    /// versions aren't compared.
    /// </summary>
    public int? ExpectedVersion { get; init; }

    /// <summary>Set to true to get the response without saving anything.</summary>
    public bool DryRun { get; init; }
}
