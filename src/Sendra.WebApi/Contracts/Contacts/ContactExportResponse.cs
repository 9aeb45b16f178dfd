using Sendra.Application.Contacts;
using Sendra.WebApi.Contracts.Enrollments;
using Sendra.WebApi.Contracts.Events;
using Sendra.WebApi.Contracts.EventSources;
using Sendra.WebApi.Contracts.Messages;

namespace Sendra.WebApi.Contracts.Contacts;

/// <summary>Everything stored about a contact, in one document.</summary>
/// <param name="Contact">The contact. customFields includes values of fields that are no longer declared.</param>
/// <param name="Events">All events with properties and decisions, oldest first.</param>
/// <param name="Enrollments">All enrollments with the steps they went through, oldest first.</param>
/// <param name="Messages">All emails, with their contents as long as these are kept, oldest first.</param>
/// <param name="Deliveries">All stored webhook deliveries that became one of the events, and their repeats.</param>
public sealed record ContactExportResponse(
    ContactResult Contact,
    IAsyncEnumerable<EventDetailsResponse> Events,
    IAsyncEnumerable<EnrollmentJourneyResponse> Enrollments,
    IAsyncEnumerable<MessageDetailsResponse> Messages,
    IAsyncEnumerable<DeliveryDetailsResponse> Deliveries);
