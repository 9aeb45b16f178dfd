using Sendra.Application.Common;
using Sendra.Application.Enrollments;
using Sendra.Application.Events;
using Sendra.Domain.Contacts;
using Sendra.Domain.EventSources;

namespace Sendra.Application.Contacts;

/// <summary>What is known about one contact of the current workspace.</summary>
public interface IContactHistory
{
    /// <summary>A page of the timeline, newest first.</summary>
    /// <param name="after">The place after which the page starts, or null.</param>
    Task<Page<TimelineItem>> ListAsync(ContactId contactId, TimelineCursor? after, Paging paging, CancellationToken cancellationToken);

    /// <summary>All events with their decisions, oldest first, as a stream.</summary>
    IAsyncEnumerable<EventDetails> EventsAsync(Contact contact, CancellationToken cancellationToken);

    /// <summary>All enrollments with their journeys, oldest first, as a stream.</summary>
    IAsyncEnumerable<EnrollmentJourney> EnrollmentsAsync(Contact contact, CancellationToken cancellationToken);

    /// <summary>All deliveries that became one of the events, and their repeats, as a stream.</summary>
    IAsyncEnumerable<Delivery> DeliveriesAsync(Contact contact, CancellationToken cancellationToken);
}
