using System.ComponentModel.DataAnnotations;
using Sendra.Application.Automations;
using Sendra.Domain.Automations;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Contracts.Automations;

/// <summary>What an automation does.</summary>
public sealed record AutomationRequest
{
    /// <summary>The automation's name, 1 to 200 characters.</summary>
    /// <example>Welcome</example>
    [Required]
    public string? Name { get; init; }

    /// <summary>What enrolls contacts.</summary>
    [Required]
    public TriggerContract? Trigger { get; init; }

    /// <summary>
    /// How often a contact may enter: `everyTime` (when left out); `oncePerContact`, the first matching event only;
    /// `notWhileActive`, unless a run of the contact is under way; `oncePerPeriod`, unless the last enrollment is less than
    /// `frequencyPeriod` ago; `oncePerKey`, once for each value at `frequencyKey`.
    /// </summary>
    /// <example>oncePerContact</example>
    public Frequency? Frequency { get; init; }

    /// <summary>
    /// With the frequency `oncePerPeriod`, and only then: how long after an enrollment the next may begin, as an ISO 8601
    /// duration longer than nothing and at most P3660D. Days, weeks, months and years go by the calendar of the workspace's time zone.
    /// </summary>
    /// <example>P7D</example>
    public string? FrequencyPeriod { get; init; }

    /// <summary>
    /// With the frequency `oncePerKey`, and only then: where an event has its key, as `event.` and a path into its properties.
    /// A key is text, a number or a boolean, of any length. Equal numbers are one key (`1`, `1.0`); `1` and `"1"` are two.
    /// </summary>
    /// <example>event.cartId</example>
    public string? FrequencyKey { get; init; }

    /// <summary>The events that end active enrollments, at most 50. Default: none.</summary>
    /// <example>["purchaseCompleted"]</example>
    public IReadOnlyList<string?>? ExitEvents { get; init; }

    /// <summary>
    /// Conditions of exit events, by the event's name: only the enrollments that meet it are dropped. `event.…` is the exit event, `trigger.…`
    /// the event that made the enrollment. An exit event without a condition drops all; none when left out.
    /// </summary>
    /// <example>{"purchaseCompleted": {"field": "event.cartId", "op": "equals", "value": {"field": "trigger.cartId"}}}</example>
    public RawJson? ExitConditions { get; init; }

    /// <summary>
    /// The steps that an enrollment goes through, at most 200. Runs begin at the first one. Each step has an `id`, a `type`
    /// (wait, waitForEvent, branch, split, updateContact or callUrl), perhaps a `name`, the fields of its type, and where it leads (`next`; the run
    /// completes where that is left out). A waitForEvent goes on to `next` when an event named `eventName` arrives that meets `where`, and
    /// to `timedOut` when none does within `timeout`, at most 400 days. A callUrl sends `method`, `url`, `headers` and `body` (Liquid, but
    /// for scheme and host), signed by Standard Webhooks. It goes on to `next` after a 2xx response, and to `failed` after any other final one:
    /// 408, 425, 429, 5xx and no response are tried up to 8 times. Left out, the steps stay as they are; `[]` is none.
    /// </summary>
    /// <example>[{"id": "wait", "type": "wait", "for": "P3D", "next": "mark"}, {"id": "mark", "type": "updateContact", "set": {"stage": "warm"}}]</example>
    public RawJson? Steps { get; init; }

    /// <summary>What active runs do when the steps change: stay on their version (default), or move to the new one if their current step still exists.</summary>
    /// <example>stay</example>
    public InFlight? InFlight { get; init; }

    /// <summary>The version that you edited. If the automation has another one now, the call fails with 409 `changedMeanwhile`. If omitted, versions aren't compared.</summary>
    /// <example>1</example>
    public int? ExpectedVersion { get; init; }

    /// <summary>Set to true to get the response without saving anything.</summary>
    /// <example>false</example>
    public bool DryRun { get; init; }
}
