using MediatR;

namespace Sendra.Application.EventSources.CreateEventSource;

/// <summary>Makes a source and its URL (S1). What is missing comes from the preset, if one is named (S8).</summary>
/// <param name="Details">The source as a member wrote it.</param>
public sealed record CreateEventSourceCommand(EventSourceDetails Details) : IRequest<EventSourceResult>;
