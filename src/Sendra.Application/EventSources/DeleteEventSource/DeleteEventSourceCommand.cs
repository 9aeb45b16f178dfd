using MediatR;

namespace Sendra.Application.EventSources.DeleteEventSource;

/// <summary>Deletes a source with its URL and its deliveries. Its events stay in the log.</summary>
public sealed record DeleteEventSourceCommand(EventSourceId Id) : IRequest;
