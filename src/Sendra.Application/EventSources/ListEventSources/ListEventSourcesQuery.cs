using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListEventSources;

/// <summary>Reads a part of the sources, newest first.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListEventSourcesQuery(Paging Paging) : IRequest<Page<EventSourceResult>>;
