using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.GetContactTimeline;

/// <summary>Reads a part of what happened in a contact's life, newest first.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Paging">Which part.</param>
public sealed record GetContactTimelineQuery(ContactId Id, Paging Paging) : IRequest<Page<TimelineItem>>;
