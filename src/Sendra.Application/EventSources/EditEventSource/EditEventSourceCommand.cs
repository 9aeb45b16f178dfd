using MediatR;

namespace Sendra.Application.EventSources.EditEventSource;

/// <summary>
/// Replaces a source's mapping and signature check, for deliveries from now on. If omitted, the preset, whether it accepts
/// deliveries, how long payloads are kept and the signature's secrets don't change.
/// </summary>
/// <param name="Details">The source as a member wrote it.</param>
public sealed record EditEventSourceCommand(EventSourceId Id, EventSourceDetails Details) : IRequest<EventSourceResult>;
