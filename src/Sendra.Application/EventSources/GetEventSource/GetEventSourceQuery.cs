using MediatR;

namespace Sendra.Application.EventSources.GetEventSource;

/// <summary>Reads one source.</summary>
public sealed record GetEventSourceQuery(EventSourceId Id) : IRequest<EventSourceResult>;
