using MediatR;

namespace Sendra.Application.EventSources.GetEventSource;

/// <summary>Reads one source.</summary>
/// <param name="Id">The source.</param>
public sealed record GetEventSourceQuery(EventSourceId Id) : IRequest<EventSourceResult>;
