using MediatR;

namespace Sendra.Application.Events.GetEvent;

/// <summary>Reads one event with its decisions (A7).</summary>
public sealed record GetEventQuery(EventId Id) : IRequest<EventDetails>;
