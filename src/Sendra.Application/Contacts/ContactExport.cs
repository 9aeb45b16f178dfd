using Sendra.Application.Enrollments;
using Sendra.Application.Events;
using Sendra.Application.EventSources.GetDelivery;
using Sendra.Application.Messages;

namespace Sendra.Application.Contacts;

/// <summary>Everything stored about a contact. The lists can be read once, as a stream.</summary>
/// <param name="Contact">The contact, with the values of custom fields that are no longer declared.</param>
/// <param name="Events">Events with their decisions, oldest first.</param>
/// <param name="Enrollments">Enrollments with their journeys, oldest first.</param>
/// <param name="Messages">Messages with their contents, as long as these are kept, oldest first.</param>
/// <param name="Deliveries">Deliveries that became one of the events, and their repeats, by event.</param>
public sealed record ContactExport(
    ContactResult Contact,
    IAsyncEnumerable<EventDetails> Events,
    IAsyncEnumerable<EnrollmentJourney> Enrollments,
    IAsyncEnumerable<MessageDetails> Messages,
    IAsyncEnumerable<DeliveryDetails> Deliveries);
