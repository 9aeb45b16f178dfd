namespace Sendra.Domain.Automations;

/// <summary>A probable mistake in an automation.</summary>
/// <param name="Code"><c>triggerIsExit</c>, <c>triggerNeverReceived</c>, <c>triggerDiffersInCase</c>, <c>exitNeverReceived</c>, <c>exitDiffersInCase</c>, <c>waitNeverReceived</c>, <c>waitDiffersInCase</c>, <c>senderMissing</c> or <c>postalAddressMissing</c>.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record AutomationWarning(string Code, string Message);
