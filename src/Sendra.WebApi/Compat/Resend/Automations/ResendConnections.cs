namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Resend's types of connection.</summary>
internal static class ResendConnections
{
    public const string Default = "default";

    public const string Met = "condition_met";

    public const string NotMet = "condition_not_met";

    public const string Timeout = "timeout";

    public const string Received = "event_received";

    /// <summary>What may lead on from a step of a type.</summary>
    public static IReadOnlyList<string> After(string stepType) => stepType switch
    {
        ResendStepTypes.Condition => [Met, NotMet],
        ResendStepTypes.WaitForEvent => [Received, Timeout, Default],
        _ => [Default],
    };
}
