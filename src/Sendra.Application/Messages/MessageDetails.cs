using Sendra.Application.Mail;

namespace Sendra.Application.Messages;

/// <summary>A message with its content and what happened to it.</summary>
/// <param name="Message">The message.</param>
/// <param name="AutomationName">What its automation is called.</param>
/// <param name="EventId">The event that its run read as <c>event</c>, which led to it.</param>
/// <param name="Mail">The email as it is handed over; null until it is rendered, and once it was forgotten.</param>
/// <param name="Timeline">What happened to it, in order.</param>
public sealed record MessageDetails(
    MessageItem Message, string? AutomationName, EventId? EventId, OutgoingMail? Mail, IReadOnlyList<MessageMoment> Timeline);
