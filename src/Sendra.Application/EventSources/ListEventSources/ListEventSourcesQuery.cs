using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.EventSources.ListEventSources;

/// <summary>Lists the sources, newest first.</summary>
public sealed record ListEventSourcesQuery(Paging Paging) : IRequest<Page<EventSourceResult>>;
