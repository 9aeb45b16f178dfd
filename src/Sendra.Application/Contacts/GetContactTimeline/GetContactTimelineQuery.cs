using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.GetContactTimeline;

/// <summary>Lists what happened to a contact, newest first.</summary>
public sealed record GetContactTimelineQuery(ContactId Id, Paging Paging) : IRequest<Page<TimelineItem>>;
