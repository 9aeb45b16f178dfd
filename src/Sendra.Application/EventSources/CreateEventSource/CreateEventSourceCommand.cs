using MediatR;

namespace Sendra.Application.EventSources.CreateEventSource;

/// <summary>Creates a source and its URL (S1). Missing values come from the preset, if one is given (S8).</summary>
/// <param name="Details">The source as a member wrote it.</param>
/// <param name="By">The user or the API key that creates it.</param>
public sealed record CreateEventSourceCommand(EventSourceDetails Details, Guid By) : IRequest<EventSourceResult>;
