namespace Sendra.Client.Automations;

/// <summary>A probable mistake in an automation.</summary>
public sealed record AutomationWarning
{
    /// <summary>
    /// <c>triggerIsExit</c>, <c>triggerNeverReceived</c>, <c>triggerDiffersInCase</c>, <c>exitNeverReceived</c>, <c>exitDiffersInCase</c>,
    /// <c>waitNeverReceived</c>, <c>waitDiffersInCase</c>, <c>senderMissing</c> or <c>postalAddressMissing</c>.
    /// </summary>
    public string Code { get; init; } = "";

    /// <summary>A sentence for people.</summary>
    public string Message { get; init; } = "";
}
