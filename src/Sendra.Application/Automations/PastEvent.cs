namespace Sendra.Application.Automations;

/// <summary>What a decision must know of an event that is over.</summary>
/// <param name="Id">The event, which carries its time and its place in the contact's order (E7).</param>
/// <param name="IsHistory">True when it was sent as history, which moves nobody (E12).</param>
public readonly record struct PastEvent(EventId Id, ContactId ContactId, bool IsHistory = false);
