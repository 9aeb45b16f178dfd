namespace Sendra.WebApi.Compat.Resend.Automations;

/// <summary>Where a step leads.</summary>
/// <param name="From">The key of the step that leads on.</param>
/// <param name="To">The key of the step that it leads to.</param>
/// <param name="Type"><c>default</c>, <c>condition_met</c>, <c>condition_not_met</c>, <c>event_received</c> or <c>timeout</c>.</param>
public sealed record ResendFormConnection(string From, string To, string Type);
