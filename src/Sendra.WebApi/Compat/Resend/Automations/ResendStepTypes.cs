using Sendra.Domain.Automations.Steps;

namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Resend's types of step, and Sendra's that do the same.</summary>
internal static class ResendStepTypes
{
    public const string Trigger = "trigger";

    public const string Delay = "delay";

    public const string SendEmail = "send_email";

    public const string WaitForEvent = "wait_for_event";

    public const string Condition = "condition";

    public const string ContactUpdate = "contact_update";

    /// <summary>Those that Sendra knows, for messages.</summary>
    public const string Known = "trigger, delay, send_email, wait_for_event, condition or contact_update";

    /// <summary>Resend's word for a type of Sendra's; Sendra's own where it has none.</summary>
    public static string Of(string? type) => type switch
    {
        WaitStep.TypeName => Delay,
        SendEmailStep.TypeName => SendEmail,
        WaitForEventStep.TypeName => WaitForEvent,
        BranchStep.TypeName => Condition,
        UpdateContactStep.TypeName => ContactUpdate,
        null => "unknown",
        _ => type,
    };
}
