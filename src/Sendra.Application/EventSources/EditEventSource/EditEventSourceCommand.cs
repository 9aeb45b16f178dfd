using MediatR;

namespace Sendra.Application.EventSources.EditEventSource;

/// <summary>
/// Replaces a source's mapping and signature check; deliveries from now on are read by them. The preset, whether it
/// takes deliveries, how long payloads are kept, and the secrets of its signature stay as they are when left out.
/// </summary>
/// <param name="Id">The source.</param>
/// <param name="Details">The source as a member wrote it.</param>
public sealed record EditEventSourceCommand(EventSourceId Id, EventSourceDetails Details) : IRequest<EventSourceResult>;
